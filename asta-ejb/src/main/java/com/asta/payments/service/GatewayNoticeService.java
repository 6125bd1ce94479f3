package com.asta.payments.service;

import com.asta.common.service.Roles;
import com.asta.common.service.SystemCaller;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;

/**
 * Takes what a provider tells by itself. Anybody may call: what is not signed by the provider is
 * counted and changes nothing. The answer is given after the fact and what follows from it are
 * stored.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GatewayNoticeService {
  private static final Logger LOG = Logger.getLogger(GatewayNoticeService.class.getName());
  private static final AtomicLong REJECTED = new AtomicLong();

  @Inject private Gateways gateways;
  @Inject private NoticeBooking booking;
  @Inject private SystemCaller system;
  @Inject private Clock clock;

  /** What became of a notification. */
  public enum Receipt {
    /** Stored and applied. */
    TAKEN,
    /** It came before. */
    REPEATED,
    /** The provider's own, but about nothing we know of, or not readable. */
    NOT_OURS,
    /** Not signed by the provider, or there is no such provider. */
    WRONG_SIGNATURE
  }

  /** Takes a notification: its raw body and the signature that came with it. */
  public Receipt take(String gatewayName, byte[] body, String signature) {
    Optional<PaymentGateway> gateway = gateways.named(gatewayName);
    Optional<ProviderNotice> notice = Optional.empty();
    try {
      if (gateway.isPresent()) {
        notice = gateway.get().read(body, signature);
      }
    } catch (PaymentGateway.UnreadableNotice unreadable) {
      LOG.warning(() -> "A notification of " + gatewayName + ": " + unreadable.getMessage());
      return Receipt.NOT_OURS;
    }
    if (notice.isEmpty()) {
      REJECTED.incrementAndGet();
      return Receipt.WRONG_SIGNATURE;
    }
    ProviderNotice told = notice.get();
    Instant now = clock.instant();
    return system.call(() -> booking.take(gatewayName, told, now));
  }

  /** How many notifications were rejected since this server started. */
  @RolesAllowed({Roles.AGENT, Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public long rejected() {
    return REJECTED.get();
  }
}
