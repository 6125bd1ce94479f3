package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.PublicAddress;
import com.asta.payments.rules.AttemptState;
import com.asta.payments.rules.PaymentMethod;
import com.asta.payments.rules.ProviderRefundState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plays a payment provider in the demo, where nobody has an account at a real one: a page asks
 * whether to pay. Open only if the system property {@code asta.simulator} is true. It forgets what
 * was open when the server stops, and then says that it was given up.
 */
@ApplicationScoped
class DemoGateway implements PaymentGateway {
  static final String NAME = "DEMO";
  private static final String REFUSED_BLIK = "000000";
  private static final int CARD_YEARS = 3;

  @Inject private Clock clock;

  private final Map<String, Order> orders = new ConcurrentHashMap<>();

  /** An order at the demo's bank. */
  record Order(ProviderOrder told, AttemptState state, PaymentMethod method) {
    Money amount() {
      return told.amount();
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isOpen() {
    return Boolean.getBoolean("asta.simulator");
  }

  @Override
  public ProviderAnswer order(ProviderOrder order) {
    String id = UUID.randomUUID().toString();
    return switch (order.channel()) {
      case PAGE -> {
        orders.put(id, new Order(order, AttemptState.PENDING, null));
        String page = PublicAddress.of("/public/demo-bank.xhtml?order=" + id);
        yield new ProviderAnswer(AttemptState.PENDING, id, page, null, null, null);
      }
      case BLIK ->
          REFUSED_BLIK.equals(order.secret())
              ? ProviderAnswer.refused("BLIK_CODE_WRONG")
              : paid(id, order, PaymentMethod.BLIK);
      case CARD -> paid(id, order, PaymentMethod.CARD);
    };
  }

  private ProviderAnswer paid(String id, ProviderOrder order, PaymentMethod method) {
    orders.put(id, new Order(order, AttemptState.COMPLETED, method));
    return answer(id);
  }

  @Override
  public ProviderAnswer ask(ProviderOrder order, String providerId) {
    return providerId == null
        ? ProviderAnswer.of(AttemptState.CANCELLED, null)
        : answer(providerId);
  }

  @Override
  public ProviderAnswer cancel(String providerId) {
    decide(providerId, AttemptState.CANCELLED, null);
    return answer(providerId);
  }

  /** What the customer decided on the page; an order is decided once. */
  void decide(String id, AttemptState state, PaymentMethod method) {
    orders.computeIfPresent(
        id,
        (any, order) -> order.state().isFinal() ? order : new Order(order.told(), state, method));
  }

  Optional<Order> find(String id) {
    return id == null ? Optional.empty() : Optional.ofNullable(orders.get(id));
  }

  ProviderAnswer answer(String id) {
    return find(id)
        .map(
            order ->
                new ProviderAnswer(order.state(), id, null, order.method(), order.amount(), null))
        .orElse(ProviderAnswer.of(AttemptState.CANCELLED, id));
  }

  @Override
  public ProviderRefundAnswer refund(ProviderRefundOrder refund) {
    return new ProviderRefundAnswer(
        ProviderRefundState.COMPLETED, "R-" + refund.externalId(), null);
  }

  @Override
  public ProviderRefundAnswer askRefund(ProviderRefundOrder refund) {
    return refund(refund);
  }

  /** Nothing comes from outside. */
  @Override
  public Optional<ProviderNotice> read(byte[] body, String signature) {
    return Optional.empty();
  }

  @Override
  public List<ProviderCard> cards(ProviderOrder.Payer payer) {
    boolean saved =
        orders.values().stream()
            .filter(order -> order.told().payer().customerId() == payer.customerId())
            .anyMatch(order -> order.told().rememberCard() && order.method() == PaymentMethod.CARD);
    LocalDate expires = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(CARD_YEARS);
    return saved
        ? List.of(new ProviderCard("DEMO-" + payer.customerId(), "444433******1111", expires))
        : List.of();
  }

  @Override
  public boolean forget(ProviderOrder.Payer payer, String token) {
    return true;
  }
}
