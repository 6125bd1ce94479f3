package com.asta.payments.service;

import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.common.service.SystemCaller;
import com.asta.payments.rules.AutoPayRule;
import com.asta.payments.rules.PayChannel;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Pays through the payment provider. No transaction is open while the provider is spoken to: the
 * attempt is stored before, and what is learnt of it afterwards.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentAttemptService {
  private static final Logger LOG = Logger.getLogger(PaymentAttemptService.class.getName());
  private static final String BLIK_CODE = "\\d{6}";
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(4);

  @Inject private Gateways gateways;
  @Inject private PaymentAttempts attempts;
  @Inject private AttemptBooking booking;
  @Inject private FinancialAccountService balances;
  @Inject private SystemCaller system;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** Whether electronic payments are set up here. */
  @RolesAllowed({
    Roles.CUSTOMER,
    Roles.AGENT,
    Roles.CASHIER,
    Roles.BILLING,
    Roles.ADMIN,
    Roles.SYSTEM
  })
  public boolean isOpen() {
    return gateways.open().isPresent();
  }

  /**
   * Begins to pay open items of the customer who asks; the same request key pays once.
   *
   * @throws PaymentsRefused NO_GATEWAY, NOT_A_BLIK_CODE, NO_SUCH_ACCOUNT, KEY_REUSED, ATTEMPT_OPEN,
   *     NOTHING_CHOSEN, NO_SUCH_CARD
   */
  @RolesAllowed(Roles.CUSTOMER)
  public AttemptRow payMine(NewAttempt wish) {
    return pay(wish, user.requiredCustomerId(), user.name(), false);
  }

  /**
   * Begins to pay open items of a customer who is on the telephone and tells a BLIK code; staff
   * cannot charge a saved card.
   *
   * @throws PaymentsRefused as {@link #payMine}
   */
  public AttemptRow payFor(long customerId, NewAttempt wish) {
    if (wish.channel() != PayChannel.BLIK && !user.isInRole(Roles.SYSTEM)) {
      throw new IllegalArgumentException("Only the customer pays by " + wish.channel());
    }
    return pay(wish, customerId, user.name(), false);
  }

  /**
   * Charges the saved card of an account for items that are due.
   *
   * @param day with the account the key: an account is charged once a day
   * @return empty if there is nothing to charge or an attempt is open
   */
  @RolesAllowed(Roles.SYSTEM)
  public Optional<AttemptRow> payByItself(long accountId, LocalDate day) {
    List<OpenItemRow> due =
        balances.openItems(accountId).stream()
            .filter(item -> AutoPayRule.tries(item.dueOn(), day))
            .toList();
    if (due.isEmpty() || attempts.openOf(accountId).isPresent()) {
      return Optional.empty();
    }
    NewAttempt wish =
        new NewAttempt(
            "auto-" + day,
            accountId,
            due.stream().map(OpenItemRow::id).toList(),
            PayChannel.CARD,
            null,
            false,
            "pl",
            null);
    long customer = system.call(() -> booking.customerOf(accountId));
    try {
      return Optional.of(pay(wish, customer, Roles.SYSTEM, true));
    } catch (PaymentsRefused known) {
      LOG.info(() -> "Account " + accountId + " is not charged again today: " + known.reason());
      return Optional.empty();
    }
  }

  /**
   * An attempt of the customer who asks, as it truly is: the provider is asked if that may help.
   *
   * @throws PaymentsRefused NO_SUCH_ATTEMPT if it is not there or somebody else's
   */
  @RolesAllowed(Roles.CUSTOMER)
  public AttemptRow mine(long id) {
    AttemptRow row = own(id);
    if (row.open() && system.call(() -> booking.quietSince(id, BETWEEN_LOOKS))) {
      ask(id, false);
      return own(id);
    }
    return row;
  }

  /** The attempt that is open on an account of the customer who asks. */
  @RolesAllowed(Roles.CUSTOMER)
  public Optional<AttemptRow> myOpen() {
    return attempts
        .list(new AttemptQuery(AttemptQuery.Show.OPEN, user.requiredCustomerId()), 0, 1)
        .stream()
        .findFirst();
  }

  /** Gives an attempt of the customer who asks up, if nothing was paid; answers what it is then. */
  @RolesAllowed(Roles.CUSTOMER)
  public AttemptRow giveUpMine(long id) {
    own(id);
    giveUp(id);
    return own(id);
  }

  /** Attempts, newest first. */
  public List<AttemptRow> list(AttemptQuery query, int offset, int limit) {
    return attempts.list(query, offset, limit);
  }

  /**
   * One attempt.
   *
   * @throws PaymentsRefused NO_SUCH_ATTEMPT
   */
  public AttemptRow attempt(long id) {
    return attempts.row(id).orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_ATTEMPT, id));
  }

  /** The attempt that became a payment. */
  public Optional<AttemptRow> ofPayment(long paymentId) {
    return attempts.ofPayment(paymentId);
  }

  /** What the provider told of an attempt by itself, newest first. */
  public List<NoticeRow> notices(long id) {
    return booking.notices(attempt(id).externalId());
  }

  /** Asks the provider at once. */
  public AttemptRow askNow(long id) {
    attempt(id);
    ask(id, false);
    return attempt(id);
  }

  /** Gives an attempt up, if nothing was paid. */
  @RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public AttemptRow cancel(long id) {
    attempt(id);
    giveUp(id);
    return attempt(id);
  }

  /** Asks the provider about all that is due to be asked about; answers how many. */
  @RolesAllowed(Roles.SYSTEM)
  public int askDue(int limit) {
    List<Long> due = system.call(() -> attempts.due(clock.instant(), limit));
    for (long id : due) {
      try {
        ask(id, true);
      } catch (RuntimeException failure) {
        LOG.log(
            Level.WARNING, "Attempt " + id + " stays as it is until it is asked again", failure);
      }
    }
    return due.size();
  }

  private AttemptRow pay(NewAttempt wish, long customerId, String by, boolean byItself) {
    PaymentGateway gateway =
        gateways.open().orElseThrow(() -> new PaymentsRefused(Reason.NO_GATEWAY));
    if (wish.channel() == PayChannel.BLIK
        && (wish.blikCode() == null || !wish.blikCode().matches(BLIK_CODE))) {
      throw new PaymentsRefused(Reason.NOT_A_BLIK_CODE);
    }
    AttemptBooking.Begun begun =
        system.call(() -> booking.begin(gateway.name(), wish, customerId, by, byItself));
    if (begun.fresh()) {
      ProviderOrder order = system.call(() -> booking.order(begun.id(), wish));
      Instant asked = clock.instant();
      ProviderAnswer answer = gateway.order(order);
      system.run(() -> booking.learn(begun.id(), answer, asked));
    }
    return attempts.row(begun.id()).orElseThrow();
  }

  private void ask(long id, boolean counted) {
    system
        .call(() -> booking.question(id, counted))
        .ifPresent(
            question -> {
              Instant asked = clock.instant();
              ProviderAnswer answer =
                  gateways
                      .named(question.gateway())
                      .map(gateway -> gateway.ask(question.order(), question.providerId()))
                      .orElse(ProviderAnswer.silence(null));
              system.run(() -> booking.learn(id, answer, asked));
            });
  }

  private void giveUp(long id) {
    AttemptRow row = attempts.row(id).orElseThrow();
    if (row.providerId() == null) {
      ask(id, false);
    }
    AttemptRow known = attempts.row(id).orElseThrow();
    if (known.open() && known.providerId() != null) {
      gateways
          .named(known.gateway())
          .ifPresent(
              gateway -> {
                Instant asked = clock.instant();
                ProviderAnswer answer = gateway.cancel(known.providerId());
                system.run(() -> booking.learn(id, answer, asked));
              });
    }
  }

  private AttemptRow own(long id) {
    long customer = user.requiredCustomerId();
    return attempts
        .row(id)
        .filter(row -> row.customerId() == customer)
        .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_ATTEMPT, id));
  }
}
