package com.asta.payments.service;

import com.asta.common.Iban;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.model.Mandate;
import com.asta.payments.rules.CreditorIdentifier;
import com.asta.payments.rules.MandateScheme;
import com.asta.payments.rules.MandateState;
import com.asta.payments.rules.Mandates;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * Mandates of direct debit: entered by an agent, active once signed and checked, ended by a person
 * or by 36 months without use.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class MandateService {
  private static final String SUBJECT = "Mandate";
  private static final int LONGEST_NAME = 70;

  @Inject private MandateStore mandates;
  @Inject private FinancialAccounts accounts;
  @Inject private DebitPolicies policies;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Enters a mandate as a draft.
   *
   * @return its id
   * @throws PaymentsRefused CREDITOR_MISSING, NOT_AN_IBAN, NOT_A_REFERENCE,
   *     MANDATE_REFERENCE_TAKEN, SCHEME_NEEDS_EURO, SIGNED_LATER, MANDATE_TOO_OLD, DEBTOR_MISSING
   */
  public long enter(NewMandate wish) {
    FinancialAccount account = accounts.locked(wish.accountId());
    CreditorIdentifier creditor = policies.creditor();
    Iban iban = Iban.parse(wish.iban()).orElseThrow(() -> new PaymentsRefused(Reason.NOT_AN_IBAN));
    String debtor = wish.debtorName() == null ? "" : wish.debtorName().strip();
    if (debtor.isEmpty() || debtor.length() > LONGEST_NAME) {
      throw new PaymentsRefused(Reason.DEBTOR_MISSING, LONGEST_NAME);
    }
    if (wish.scheme() != MandateScheme.DOMESTIC && !account.getCurrency().equals("EUR")) {
      throw new PaymentsRefused(Reason.SCHEME_NEEDS_EURO, account.getCurrency());
    }
    requireSigned(wish.signedOn());
    Mandate mandate =
        new Mandate(account, reference(wish, account), creditor)
            .under(wish.scheme(), wish.oneOff())
            .of(debtor, iban, wish.signedOn())
            .entered(clock.instant(), user.name());
    mandates.add(mandate);
    audit.record(SUBJECT, mandate.getId(), "entered", null, null, iban.masked());
    return mandate.getId();
  }

  /**
   * Lets debts be collected by it, for the first time or again.
   *
   * @throws PaymentsRefused NO_SUCH_MANDATE, MANDATE_STATE, MANDATE_EXISTS
   */
  public void activate(long id) {
    Mandate mandate = locked(id);
    requireMove(mandate, MandateState.ACTIVE);
    mandates
        .valid(mandate.getAccountId())
        .filter(other -> other.id() != id)
        .ifPresent(
            other -> {
              throw new PaymentsRefused(Reason.MANDATE_EXISTS, other.reference());
            });
    if (!mandate.expiresOn().isAfter(today())) {
      throw new PaymentsRefused(Reason.MANDATE_TOO_OLD);
    }
    move(mandate, MandateState.ACTIVE);
  }

  /**
   * Collects nothing by it until it is taken up again.
   *
   * @throws PaymentsRefused NO_SUCH_MANDATE, MANDATE_STATE
   */
  public void suspend(long id) {
    move(locked(id), MandateState.SUSPENDED);
  }

  /**
   * Ends it for good.
   *
   * @throws PaymentsRefused NO_SUCH_MANDATE, MANDATE_STATE
   */
  public void cancel(long id) {
    move(locked(id), MandateState.CANCELLED);
  }

  /** Switches collecting on or off; the mandate stays valid. */
  public void collect(long id, boolean on) {
    Mandate mandate = locked(id);
    audit.change(SUBJECT, id, "collecting", "" + mandate.isCollecting(), "" + on);
    mandate.collect(on);
  }

  /**
   * Lets the next collection be the last, or not.
   *
   * @throws PaymentsRefused NO_SUCH_MANDATE, MANDATE_STATE
   */
  public void endWithNext(long id, boolean last) {
    Mandate mandate = locked(id);
    if (mandate.isOneOff() || mandate.getState() != MandateState.ACTIVE) {
      throw new PaymentsRefused(Reason.MANDATE_STATE, mandate.getReference(), mandate.getState());
    }
    audit.change(SUBJECT, id, "ending", "" + mandate.isEnding(), "" + last);
    mandate.endWithNext(last);
  }

  /** Ends what nobody used for 36 months; returns how many. */
  @RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public int expire() {
    LocalDate unusedSince = today().minusMonths(36);
    int ended = 0;
    for (long id : mandates.unusedSince(unusedSince)) {
      Mandate mandate = locked(id);
      if (!mandate.expiresOn().isAfter(today())
          && mandate.getState().mayBecome(MandateState.EXPIRED)) {
        move(mandate, MandateState.EXPIRED);
        ended++;
      }
    }
    return ended;
  }

  /** Newest first; a null state means any. */
  public List<MandateRow> list(String text, MandateState state, int offset, int limit) {
    return mandates.list(text, state, offset, limit);
  }

  /**
   * One mandate.
   *
   * @throws PaymentsRefused NO_SUCH_MANDATE
   */
  public MandateRow mandate(long id) {
    return mandates.row(id).orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_MANDATE, id));
  }

  /** The mandates of a customer, newest first. */
  public List<MandateRow> ofCustomer(long customerId) {
    return mandates.ofCustomer(customerId);
  }

  /** The mandates of the customer who asks, newest first. */
  @RolesAllowed(Roles.CUSTOMER)
  public List<MandateRow> mine() {
    return mandates.ofCustomer(user.requiredCustomerId());
  }

  private void requireSigned(LocalDate signedOn) {
    if (signedOn == null || signedOn.isAfter(today())) {
      throw new PaymentsRefused(Reason.SIGNED_LATER);
    }
    if (!Mandates.expiresOn(signedOn, null).isAfter(today())) {
      throw new PaymentsRefused(Reason.MANDATE_TOO_OLD);
    }
  }

  private String reference(NewMandate wish, FinancialAccount account) {
    if (wish.reference() == null || wish.reference().isBlank()) {
      int number = mandates.countOf(account.getAccountId()) + 1;
      return "M-" + account.getNumber() + "-" + number;
    }
    return Mandates.reference(wish.reference())
        .orElseThrow(() -> new PaymentsRefused(Reason.NOT_A_REFERENCE, wish.reference()));
  }

  private Mandate locked(long id) {
    accounts.locked(mandates.accountOf(id));
    return mandates.locked(id);
  }

  private void move(Mandate mandate, MandateState next) {
    requireMove(mandate, next);
    MandateState before = mandate.getState();
    mandate.become(next);
    audit.record(SUBJECT, mandate.getId(), "changed", "state", before.name(), next.name());
  }

  private static void requireMove(Mandate mandate, MandateState next) {
    if (!mandate.getState().mayBecome(next)) {
      throw new PaymentsRefused(Reason.MANDATE_STATE, mandate.getReference(), mandate.getState());
    }
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
