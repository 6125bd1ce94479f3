package com.asta.payments.service;

import com.asta.common.service.CurrentUser;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.model.Payment;
import com.asta.payments.rules.Debtor;
import com.asta.payments.rules.IncomingPayment;
import com.asta.payments.rules.Match;
import com.asta.payments.rules.Match.Matched;
import com.asta.payments.rules.Match.Unmatched;
import com.asta.payments.rules.Matching;
import com.asta.payments.rules.PaymentMethod;
import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.StatementEntry.Direction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes payments of statement entries and finds their customers. */
@ApplicationScoped
class EntryRecording {
  @Inject private Payments payments;
  @Inject private Debtors debtors;
  @Inject private FinancialAccounts accounts;
  @Inject private Settlement settlement;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** An entry that becomes no payment. */
  record Rejected(StatementEntry entry, String reason) {}

  /** An entry with its decision. */
  private record Decided(StatementEntry entry, Match match) {
    long account() {
      return match instanceof Matched matched ? matched.accountId() : 0;
    }
  }

  /**
   * Records what is new.
   *
   * @param statementIds by own account and the bank's identification
   */
  List<Rejected> record(
      long fileId, List<StatementEntry> entries, Map<List<String>, Long> statementIds) {
    List<Rejected> rejected = new ArrayList<>();
    List<StatementEntry> fresh = new ArrayList<>();
    Map<String, PaymentRow> known = known(entries);
    for (StatementEntry entry : entries) {
      String reason = reasonAgainst(entry, known.get(entry.reference()), fileId);
      if (reason == null && !known.containsKey(entry.reference())) {
        fresh.add(entry);
      } else if (reason != null) {
        rejected.add(new Rejected(entry, reason));
      }
    }
    for (Decided decided : decide(fresh)) {
      StatementEntry entry = decided.entry();
      record(decided, statementIds.get(List.of(entry.account(), entry.statementId())), fileId);
    }
    return rejected;
  }

  private Map<String, PaymentRow> known(List<StatementEntry> entries) {
    Map<String, PaymentRow> known = new HashMap<>();
    for (String account : entries.stream().map(StatementEntry::account).distinct().toList()) {
      known.putAll(
          payments.known(
              account,
              entries.stream()
                  .filter(entry -> entry.account().equals(account))
                  .map(StatementEntry::reference)
                  .toList()));
    }
    return known;
  }

  private static String reasonAgainst(StatementEntry entry, PaymentRow known, long fileId) {
    if (entry.direction() != Direction.INCOMING) {
      return entry.direction() + "_ENTRY";
    }
    if (!entry.amount().isPositive()) {
      return "ZERO_AMOUNT";
    }
    if (known == null || Long.valueOf(fileId).equals(known.fileId())) {
      return null;
    }
    return known.amount().equals(entry.amount()) ? "ALREADY_RECORDED" : "REFERENCE_REUSED";
  }

  /** Decides all, then puts them in the order of accounts, so that locks are taken in order. */
  private List<Decided> decide(List<StatementEntry> entries) {
    List<IncomingPayment> incoming = entries.stream().map(StatementEntry::incoming).toList();
    List<List<Debtor>> possible = debtors.of(incoming);
    List<Decided> decided = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      decided.add(new Decided(entries.get(i), Matching.decide(incoming.get(i), possible.get(i))));
    }
    decided.sort(Comparator.comparingLong(Decided::account));
    return decided;
  }

  private void record(Decided decided, Long statementId, long fileId) {
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
}
