package com.asta.payments.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.common.service.SystemCaller;
import com.asta.payments.model.PaymentAttempt;
import com.asta.payments.model.SavedCard;
import com.asta.payments.rules.AutoPayRule;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Cards that customers saved at the provider, with their consent, and may remove any time. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SavedCardService {
  private static final Logger LOG = Logger.getLogger(SavedCardService.class.getName());
  private static final Duration PATIENCE = Duration.ofDays(1);
  private static final String SUBJECT = "Account";

  @Inject private Gateways gateways;
  @Inject private SavedCards cards;
  @Inject private PaymentAttempts attempts;
  @Inject private FinancialAccounts accounts;
  @Inject private ProviderOrders orders;
  @Inject private AuditLog audit;
  @Inject private SystemCaller system;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  private record Wanted(String gateway, ProviderOrder.Payer payer) {}

  private record Removed(String gateway, ProviderOrder.Payer payer, String token) {}

  /** The card of an account. */
  public Optional<CardRow> ofAccount(long accountId) {
    return cards.row(accountId);
  }

  /**
   * The card of an account of the customer who asks.
   *
   * @throws PaymentsRefused NO_SUCH_ACCOUNT if it is somebody else's
   */
  @RolesAllowed(Roles.CUSTOMER)
  public Optional<CardRow> mine(long accountId) {
    requireOwn(accountId);
    return cards.row(accountId);
  }

  /**
   * Lets the card of an account of the customer who asks pay on due dates by itself, or not.
   *
   * @throws PaymentsRefused NO_SUCH_ACCOUNT, NO_SUCH_CARD
   */
  @RolesAllowed(Roles.CUSTOMER)
  public void payMineByItself(long accountId, boolean wanted) {
    requireOwn(accountId);
    system.run(
        () -> {
          accounts.locked(accountId);
          SavedCard card =
              cards.of(accountId).orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_CARD));
          audit.change(
              SUBJECT,
              accountId,
              "autoPay",
              String.valueOf(card.isAutoPay()),
              String.valueOf(wanted));
          card.payByItself(wanted);
        });
  }

  /**
   * Removes the card of an account of the customer who asks, here and at the provider.
   *
   * @throws PaymentsRefused NO_SUCH_ACCOUNT, NO_SUCH_CARD
   */
  @RolesAllowed(Roles.CUSTOMER)
  public void removeMine(long accountId) {
    requireOwn(accountId);
    remove(accountId, user.name());
  }

  private void remove(long accountId, String by) {
    Removed removed =
        system.call(
            () -> {
              long customer = accounts.locked(accountId).getCustomerId();
              SavedCard card =
                  cards.of(accountId).orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_CARD));
              Removed known =
                  new Removed(card.getGateway(), orders.payer(customer, null), card.getToken());
              audit.record(SUBJECT, accountId, "card removed", null, card.getMasked(), null);
              card.remove(clock.instant(), by);
              return known;
            });
    boolean forgotten =
        gateways
            .named(removed.gateway())
            .map(gateway -> gateway.forget(removed.payer(), removed.token()))
            .orElse(false);
    if (!forgotten) {
      LOG.warning(() -> "The provider still keeps the card of account " + accountId);
    }
  }

  /**
   * Saves cards of those who wanted it when they paid; answers how many payments were looked at.
   */
  @RolesAllowed(Roles.SYSTEM)
  public int saveWanted(int limit) {
    List<Long> wanted = system.call(() -> cards.toSave(clock.instant().minus(PATIENCE), limit));
    for (long attempt : wanted) {
      try {
        save(attempt);
      } catch (RuntimeException failure) {
        LOG.log(Level.WARNING, "The card of attempt " + attempt + " is not saved yet", failure);
      }
    }
    return wanted.size();
  }

  private void save(long attemptId) {
    AttemptRow row = attempts.row(attemptId).orElseThrow();
    Wanted wanted =
        system.call(() -> new Wanted(row.gateway(), orders.payer(row.customerId(), null)));
    List<ProviderCard> found =
        gateways
            .named(wanted.gateway())
            .map(gateway -> gateway.cards(wanted.payer()))
            .orElse(List.of());
    if (found.isEmpty()) {
      return;
    }
    ProviderCard last = found.get(found.size() - 1);
    system.run(
        () -> {
          accounts.locked(row.accountId());
          PaymentAttempt attempt = attempts.locked(attemptId);
          cards.replace(attempt, last, clock.instant());
          attempt.cardSaved();
          audit.record(SUBJECT, row.accountId(), "card saved", null, null, last.masked());
        });
  }

  /** Accounts behind the given one whose card has something to pay on a day, by id. */
  @RolesAllowed(Roles.SYSTEM)
  public List<Long> autoPaying(LocalDate day, long afterAccountId, int limit) {
    return system.call(
        () -> cards.autoPaying(List.copyOf(AutoPayRule.dueDays(day)), afterAccountId, limit));
  }

  /** The day it is. */
  @RolesAllowed(Roles.SYSTEM)
  public LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }

  private void requireOwn(long accountId) {
    long customer = user.requiredCustomerId();
    boolean own = system.call(() -> accounts.locked(accountId).getCustomerId() == customer);
    if (!own) {
      throw new PaymentsRefused(Reason.NO_SUCH_ACCOUNT, accountId);
    }
  }
}
