package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.model.OpenItem;
import com.asta.payments.model.Payment;
import com.asta.payments.model.PaymentAttempt;
import com.asta.payments.model.SavedCard;
import com.asta.payments.rules.AttemptState;
import com.asta.payments.rules.IncomingPayment;
import com.asta.payments.rules.MatchRule;
import com.asta.payments.rules.PayChannel;
import com.asta.payments.rules.PaymentMethod;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;

/**
 * Records attempts and what is learnt of them. The account's lock covers an attempt and the payment
 * it becomes: a fact is applied once, whoever tells it and however often.
 */
@ApplicationScoped
class AttemptBooking {
  private static final Logger LOG = Logger.getLogger(AttemptBooking.class.getName());
  private static final String AMOUNT_DIFFERS = "AMOUNT_DIFFERS";

  @Inject private PaymentAttempts attempts;
  @Inject private FinancialAccounts accounts;
  @Inject private OpenItems openItems;
  @Inject private Settlement settlement;
  @Inject private SavedCards cards;
  @Inject private ProviderNotices notices;
  @Inject private ProviderOrders orders;
  @Inject private CustomerService customers;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** An attempt as it was begun; not fresh if its key was used before. */
  record Begun(long id, boolean fresh) {}

  /** What to ask, and for what. */
  record Question(String gateway, ProviderOrder order, String providerId) {}

  /**
   * Begins an attempt.
   *
   * @param by who asks for it
   * @throws PaymentsRefused NO_SUCH_ACCOUNT, KEY_REUSED, ATTEMPT_OPEN, NOTHING_CHOSEN, NO_SUCH_CARD
   */
  Begun begin(String gateway, NewAttempt wish, long customerId, String by, boolean byItself) {
    FinancialAccount account = accounts.locked(wish.accountId());
    if (account.getCustomerId() != customerId) {
      throw new PaymentsRefused(Reason.NO_SUCH_ACCOUNT, wish.accountId());
    }
    Optional<PaymentAttempt> before = attempts.byKey(wish.accountId(), wish.requestKey());
    if (before.isPresent()) {
      return repeated(before.get(), wish);
    }
    attempts
        .openOf(wish.accountId())
        .ifPresent(
            open -> {
              throw new PaymentsRefused(Reason.ATTEMPT_OPEN, open.amount());
            });
    Money total = total(account, wish);
    Long card =
        wish.channel() == PayChannel.CARD
            ? cards.required(wish.accountId(), gateway).getId()
            : null;
    PaymentAttempt attempt =
        new PaymentAttempt(account, gateway, "AP-" + number(), wish.requestKey(), wish.channel())
            .paying(wish.openItemIds(), total, wish.language())
            .withCard(card, wish.rememberCard())
            .started(clock.instant(), by, byItself);
    attempts.add(attempt);
    return new Begun(attempt.getId(), true);
  }

  /** Short enough to be read out on the telephone; the database keeps it unique. */
  private static String number() {
    long random = UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE;
    return Long.toString(random, 36).toUpperCase(Locale.ROOT);
  }

  private static Begun repeated(PaymentAttempt before, NewAttempt wish) {
    boolean same =
        before.getItems().equals(Set.copyOf(wish.openItemIds()))
            && before.getChannel() == wish.channel();
    if (!same) {
      throw new PaymentsRefused(Reason.KEY_REUSED, before.getTotal());
    }
    return new Begun(before.getId(), false);
  }

  private Money total(FinancialAccount account, NewAttempt wish) {
    List<Money> open = new ArrayList<>();
    for (OpenItem item : openItems.openOf(account.getAccountId())) {
      if (wish.openItemIds().contains(item.getId())) {
        open.add(item.getOpen());
      }
    }
    Money total = Money.sum(open, account.getCurrency());
    if (!total.isPositive()) {
      throw new PaymentsRefused(Reason.NOTHING_CHOSEN);
    }
    return total;
  }

  /** What to order at the provider. */
  ProviderOrder order(long id, NewAttempt wish) {
    PaymentAttempt attempt = attempts.locked(id);
    SavedCard card = attempt.getCardId() == null ? null : cards.find(attempt.getCardId());
    String secret = card == null ? wish.blikCode() : card.getToken();
    return orders.of(attempt, secret, card != null && !card.isUsed(), wish.clientAddress());
  }

  /**
   * Notes that the provider is asked; empty if there is nothing to ask.
   *
   * @param counted whether this is one of the questions after which it is given up
   */
  Optional<Question> question(long id, boolean counted) {
    accounts.locked(attempts.accountOf(id));
    PaymentAttempt attempt = attempts.locked(id);
    if (attempt.getState().isFinal()) {
      return Optional.empty();
    }
    if (counted) {
      attempt.asked(clock.instant());
    }
    return Optional.of(
        new Question(
            attempt.getGateway(), orders.of(attempt, null, false, null), attempt.getProviderId()));
  }

  /** What the provider told of an order by itself, newest first. */
  List<NoticeRow> notices(String externalId) {
    return notices.of(externalId);
  }

  /** The customer an account belongs to. */
  long customerOf(long accountId) {
    return accounts.locked(accountId).getCustomerId();
  }

  /** Whether nothing was heard of an attempt, and nobody asked, for a while. */
  boolean quietSince(long id, Duration pause) {
    return attempts.locked(id).isQuietSince(clock.instant().minus(pause));
  }

  /** Applies what the provider said, or that it said nothing, when asked at an instant. */
  void learn(long id, ProviderAnswer answer, Instant at) {
    FinancialAccount account = accounts.locked(attempts.accountOf(id));
    PaymentAttempt attempt = attempts.locked(id);
    AttemptState before = attempt.getState();
    if (answer.amount() != null && !answer.amount().equals(attempt.getTotal())) {
      LOG.severe(() -> "Order " + attempt.getExternalId() + " is of " + answer.amount());
      attempt.learn(answer.providerId(), null, null, AMOUNT_DIFFERS);
      attempt.timedOut(at);
      return;
    }
    attempt.learn(answer.providerId(), answer.pageUrl(), answer.method(), answer.failure());
    if (answer.told() == null) {
      attempt.timedOut(at);
    } else {
      attempt.told(answer.told(), at);
    }
    if (attempt.getState() == AttemptState.COMPLETED && attempt.getPaymentId() == null) {
      pay(account, attempt);
    }
    audit.change("PaymentAttempt", id, "state", before.name(), attempt.getState().name());
  }

  private void pay(FinancialAccount account, PaymentAttempt attempt) {
    Instant now = clock.instant();
    LocalDate today = OperatorZone.dayOf(now);
    CustomerCard customer = customers.card(attempt.getCustomerId());
    Payment payment =
        new Payment(
                method(attempt), attempt.getGateway(), attempt.getExternalId(), attempt.getTotal())
            .received(today, today, now, attempt.getStartedBy())
            .from(
                new IncomingPayment(
                    attempt.getTotal(),
                    customer.displayName(),
                    "",
                    attempt.getProviderId() == null ? "" : attempt.getProviderId()));
    settlement.record(payment, account, MatchRule.BY_HAND, attempt.getItems());
    attempt.paid(payment.getId());
    if (attempt.getCardId() != null) {
      cards.find(attempt.getCardId()).use();
    }
    audit.record(
        "Payment",
        payment.getId(),
        "received",
        attempt.getExternalId(),
        null,
        attempt.getTotal().toString());
  }

  private static PaymentMethod method(PaymentAttempt attempt) {
    if (attempt.getMethod() != null) {
      return attempt.getMethod();
    }
    return switch (attempt.getChannel()) {
      case PAGE -> PaymentMethod.ONLINE;
      case BLIK -> PaymentMethod.BLIK;
      case CARD -> PaymentMethod.CARD;
    };
  }
}
