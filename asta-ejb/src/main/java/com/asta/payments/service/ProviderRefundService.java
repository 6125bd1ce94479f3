package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Roles;
import com.asta.common.service.SystemCaller;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives electronic payments back the way they came. Above a limit a second person decides. No
 * transaction is open while the provider is spoken to.
 */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProviderRefundService {
  private static final Logger LOG = Logger.getLogger(ProviderRefundService.class.getName());

  @Inject private Gateways gateways;
  @Inject private ProviderRefunds refunds;
  @Inject private ProviderRefundBooking booking;
  @Inject private ProviderPolicies policies;
  @Inject private OperatorProfile operators;
  @Inject private AuditLog audit;
  @Inject private SystemCaller system;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Gives a payment, or a part of it, back, or leaves the wish to a second person; the same request
   * key does it once.
   *
   * @throws PaymentsRefused NOT_ELECTRONIC, REASON_MISSING, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_FINE,
   *     REFUND_TOO_HIGH, REFUND_OPEN, KEY_REUSED
   */
  public ProviderRefundRow refund(NewProviderRefund wish) {
    String by = user.name();
    ProviderRefundBooking.Recorded recorded = system.call(() -> booking.request(wish, by));
    if (recorded.fresh()) {
      speak(recorded.id(), false, PaymentGateway::refund);
    }
    return refund(recorded.id());
  }

  /**
   * Notes that the payer's bank took a card payment back.
   *
   * @throws PaymentsRefused as {@link #refund}
   */
  public ProviderRefundRow chargeBack(NewProviderRefund wish) {
    String by = user.name();
    return refund(system.call(() -> booking.chargeBack(wish, by)));
  }

  /**
   * A second person agrees.
   *
   * @throws PaymentsRefused NO_SUCH_REFUND, REFUND_DECIDED, REFUND_OWN
   */
  public ProviderRefundRow approve(long id) {
    String by = user.name();
    system.run(() -> booking.approve(id, by));
    speak(id, false, PaymentGateway::refund);
    return refund(id);
  }

  /**
   * A second person says no.
   *
   * @throws PaymentsRefused NO_SUCH_REFUND, REFUND_DECIDED, REFUND_OWN
   */
  public void deny(long id) {
    String by = user.name();
    system.run(() -> booking.deny(id, by));
  }

  /** Asks the provider at once. */
  public ProviderRefundRow askNow(long id) {
    speak(id, false, PaymentGateway::askRefund);
    return refund(id);
  }

  /** Asks the provider about all that is due to be asked about; answers how many. */
  @RolesAllowed(Roles.SYSTEM)
  public int askDue(int limit) {
    List<Long> due = system.call(() -> refunds.due(clock.instant(), limit));
    for (long id : due) {
      try {
        speak(id, true, PaymentGateway::askRefund);
      } catch (RuntimeException failure) {
        LOG.log(Level.WARNING, "Refund " + id + " stays as it is until it is asked again", failure);
      }
    }
    return due.size();
  }

  /** The refunds of a payment, newest first. */
  @RolesAllowed({Roles.AGENT, Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public List<ProviderRefundRow> ofPayment(long paymentId) {
    return refunds.ofPayment(paymentId);
  }

  /** Refunds that wait for a person, oldest first. */
  @RolesAllowed({Roles.AGENT, Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public List<ProviderRefundRow> waiting(int offset, int limit) {
    return refunds.waiting(offset, limit);
  }

  /** Above it a second person decides. */
  @RolesAllowed({Roles.AGENT, Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public Money limit() {
    return policies.refundLimit(operators.operator().currency());
  }

  /**
   * Sets the amount above which a second person decides.
   *
   * @throws PaymentsRefused AMOUNT_NOT_POSITIVE if negative
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  @RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
  public void limitTo(BigDecimal amount) {
    Money limit = Money.of(amount, operators.operator().currency());
    if (limit.isNegative()) {
      throw new PaymentsRefused(Reason.AMOUNT_NOT_POSITIVE);
    }
    audit.change("PaymentPolicy", 1, "providerRefundLimit", limit().toString(), limit.toString());
    policies.refundLimit(limit);
  }

  private ProviderRefundRow refund(long id) {
    return refunds.row(id).orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_REFUND, id));
  }

  private void speak(
      long id,
      boolean counted,
      BiFunction<PaymentGateway, ProviderRefundOrder, ProviderRefundAnswer> how) {
    system
        .call(() -> booking.question(id, counted))
        .ifPresent(
            question -> {
              Instant asked = clock.instant();
              ProviderRefundAnswer answer =
                  gateways
                      .named(question.gateway())
                      .map(gateway -> how.apply(gateway, question.order()))
                      .orElse(ProviderRefundAnswer.SILENCE);
              system.run(() -> booking.learn(id, answer, asked));
            });
  }
}
