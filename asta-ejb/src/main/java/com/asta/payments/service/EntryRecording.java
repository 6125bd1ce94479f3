package com.asta.payments.service;

import com.asta.common.service.CurrentUser;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.model.LedgerTransaction;
import com.asta.payments.model.Payment;
import com.asta.payments.rules.Bookkeeping;
import com.asta.payments.rules.Debtor;
import com.asta.payments.rules.IncomingPayment;
import com.asta.payments.rules.Match;
import com.asta.payments.rules.Match.Matched;
import com.asta.payments.rules.Match.Unmatched;
import com.asta.payments.rules.Matching;
import com.asta.payments.rules.PaymentMethod;
import com.asta.payments.rules.Posting;
import com.asta.payments.rules.Returns;
import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.TransactionKind;
import com.asta.payments.service.BankEntries.Kind;
import com.asta.payments.service.FreshEntries.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Books statement entries: money that came in becomes a payment and finds its customer, what came
 * back undoes its payment, the rest is booked as what it is.
 */
@ApplicationScoped
class EntryRecording {
  @Inject private Payments payments;
  @Inject private Debtors debtors;
  @Inject private FinancialAccounts accounts;
  @Inject private Settlement settlement;
  @Inject private PaymentReturns returns;
  @Inject private PaymentPolicies policies;
  @Inject private BankEntries bank;
  @Inject private Ledger ledger;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** An entry with its decision; account 0 if it touches none. */
  private record Decided(StatementEntry entry, Match match, Long takenBack, long account) {}

  /**
   * Books entries that are new.
   *
   * @param ids of the entries by position
   * @param statementIds by own account and the bank's identification
   * @return what a person has to look at, though it is booked
   */
  List<Rejected> record(
      long fileId,
      List<StatementEntry> entries,
      Map<Integer, Long> ids,
      Map<List<String>, Long> statementIds) {
    List<Rejected> unexplained = new ArrayList<>();
    for (Decided decided : decide(entries)) {
      StatementEntry entry = decided.entry();
      long id = ids.get(entry.position());
      switch (BankEntries.kindOf(entry)) {
        case PAYMENT ->
            pay(decided, statementIds.get(List.of(entry.account(), entry.statementId())), fileId);
        case OUTGOING ->
            book(
                entry,
                id,
                TransactionKind.OUTGOING,
                Bookkeeping.outgoing(entry.signed().negated()));
        case CHARGE ->
            book(entry, id, TransactionKind.CHARGE, Bookkeeping.charge(entry.signed().negated()));
        case RETURN -> {
          if (decided.takenBack() != null) {
            returns.takeBack(decided.takenBack(), id, entry);
          } else {
            book(entry, id, TransactionKind.RETURN, Bookkeeping.returned(entry.amount(), false));
            unexplained.add(new Rejected(entry, "REVERSAL_ENTRY"));
          }
        }
      }
    }
    return unexplained;
  }

  /** Decides all, then puts them in the order of accounts, so that locks are taken in order. */
  private List<Decided> decide(List<StatementEntry> entries) {
    List<StatementEntry> incoming =
        entries.stream().filter(each -> BankEntries.kindOf(each) == Kind.PAYMENT).toList();
    List<IncomingPayment> told = incoming.stream().map(StatementEntry::incoming).toList();
    PaymentPolicy policy = policies.policy();
    List<List<Debtor>> possible = told.isEmpty() ? List.of() : debtors.of(told);
    List<Decided> decided = new ArrayList<>();
    for (int i = 0; i < incoming.size(); i++) {
      Match match = Matching.decide(told.get(i), possible.get(i), policy.match(), policy.virtual());
      long account = match instanceof Matched matched ? matched.accountId() : 0;
      decided.add(new Decided(incoming.get(i), match, null, account));
    }
    for (StatementEntry entry : entries) {
      Kind kind = BankEntries.kindOf(entry);
      if (kind == Kind.RETURN) {
        OptionalLong original = Returns.original(entry, bank.originals(entry));
        Long payment = original.isPresent() ? original.getAsLong() : null;
        decided.add(
            new Decided(entry, null, payment, payment == null ? 0 : payments.accountOf(payment)));
      } else if (kind != Kind.PAYMENT) {
        decided.add(new Decided(entry, null, null, 0));
      }
    }
    decided.sort(Comparator.comparingLong(Decided::account));
    return decided;
  }

  private void pay(Decided decided, Long statementId, long fileId) {
    StatementEntry entry = decided.entry();
    Payment payment =
        new Payment(PaymentMethod.BANK_TRANSFER, entry.account(), entry.reference(), entry.amount())
            .received(entry.bookedOn(), entry.valueOn(), clock.instant(), user.name())
            .from(entry.incoming())
            .onStatement(statementId, fileId);
    if (decided.match() instanceof Matched matched) {
      FinancialAccount account = accounts.locked(matched.accountId());
      settlement.record(payment, account, matched.rule(), matched.named());
    } else if (decided.match() instanceof Unmatched unmatched) {
      payment.leaveToPerson(unmatched.reason());
      settlement.record(payment, null, null, Set.of());
    }
  }

  private void book(StatementEntry entry, long id, TransactionKind kind, Posting posting) {
    ledger.book(
        LedgerTransaction.HOUSE,
        kind,
        "bank-entry/" + id,
        entry.bookedOn(),
        entry.reference(),
        List.of(posting));
  }
}
