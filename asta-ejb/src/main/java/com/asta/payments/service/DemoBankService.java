package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.SystemCaller;
import com.asta.payments.rules.AttemptState;
import com.asta.payments.rules.PaymentMethod;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The page of the demo's payment provider: whoever knows an order's number decides it. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoBankService {
  @Inject private DemoGateway bank;
  @Inject private NoticeBooking booking;
  @Inject private SystemCaller system;
  @Inject private Clock clock;

  /**
   * An order as the page shows it.
   *
   * @param returnPath where the customer goes back to
   */
  public record Order(String description, Money amount, boolean decided, String returnPath) {}

  /**
   * An order.
   *
   * @throws PaymentsRefused NO_SUCH_ATTEMPT if there is none, or no demo
   */
  public Order order(String id) {
    DemoGateway.Order found = found(id);
    return new Order(
        found.told().description(),
        found.amount(),
        found.state().isFinal(),
        found.told().returnPath());
  }

  /** Pays an order and tells the shop, as a provider does; a second time changes nothing. */
  public void pay(String id, boolean byCard) {
    found(id);
    bank.decide(id, AttemptState.COMPLETED, byCard ? PaymentMethod.CARD : PaymentMethod.ONLINE);
    tell(id);
  }

  /** Refuses an order and tells the shop. */
  public void refuse(String id) {
    found(id);
    bank.decide(id, AttemptState.REJECTED, null);
    tell(id);
  }

  private void tell(String id) {
    DemoGateway.Order order = found(id);
    ProviderNotice notice =
        new ProviderNotice(
            UUID.randomUUID().toString(),
            order.told().externalId(),
            id,
            order.state().name(),
            bank.answer(id),
            null,
            null);
    Instant now = clock.instant();
    system.run(() -> booking.take(DemoGateway.NAME, notice, now));
  }

  private DemoGateway.Order found(String id) {
    return bank.find(bank.isOpen() ? id : null)
        .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_ATTEMPT, "demo"));
  }
}
