package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.model.LedgerTransaction;
import com.asta.payments.rules.Bookkeeping;
import com.asta.payments.rules.Match;
import com.asta.payments.rules.Posting;
import com.asta.payments.rules.Returns;
import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.TransactionKind;
import com.asta.payments.service.FreshEntries.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Books statement entries: money that came in becomes a payment and finds its customer, what came
 * back undoes its payment, the rest is booked as what it is.
 */
@ApplicationScoped
class EntryRecording {
  @Inject private Payments payments;
  @Inject private Debtors debtors;
  @Inject private BulkSettlement settlement;
  @Inject private PaymentReturns returns;
  @Inject private DebitSettlement debits;
  @Inject private BankedDeposits banked;
  @Inject private BankEntries bank;
  @Inject private SettlementLocks locks;

  /** A return with the payment it takes back. */
  private record TakenBack(StatementEntry entry, long paymentId, long account) {}

  /**
   * Books entries that are new.
   *
   * @param matches whose the incoming entries are, by position
   * @return what a person has to look at, though it is booked
   */
  List<Rejected> record(
      Telling telling, List<StatementEntry> entries, Map<Integer, Match> matches) {
    List<Rejected> unexplained = new ArrayList<>();
    List<StatementEntry> incoming = new ArrayList<>();
    List<Booking> others = new ArrayList<>();
    List<TakenBack> takenBack = new ArrayList<>();
    Set<Long> already = new HashSet<>();
    DebitSettlement.Recognised recognised = debits.recognise(entries);
    if (!recognised.isEmpty()) {
      banked.await();
      locks.take(named(recognised, entries, matches));
    }
    for (StatementEntry entry : debits.take(telling, entries, recognised)) {
      Money out = entry.signed().negated();
      long id = telling.idOf(entry);
      switch (BankEntries.kindOf(entry)) {
        case PAYMENT -> incoming.add(entry);
        case DEPOSIT, COLLECTION ->
            throw new IllegalStateException("Entry " + id + " is not told as what it is");
        case OUTGOING ->
            others.add(booking(entry, id, TransactionKind.OUTGOING, Bookkeeping.outgoing(out)));
        case CHARGE ->
            others.add(booking(entry, id, TransactionKind.CHARGE, Bookkeeping.charge(out)));
        case RETURN -> {
          OptionalLong original = Returns.original(entry, bank.originals(entry));
          if (original.isPresent() && already.add(original.getAsLong())) {
            long payment = original.getAsLong();
            takenBack.add(new TakenBack(entry, payment, payments.accountOf(payment)));
          } else {
            Posting posting = Bookkeeping.returned(entry.amount(), false);
            others.add(booking(entry, id, TransactionKind.RETURN, posting));
            unexplained.add(new Rejected(entry, "REVERSAL_ENTRY"));
          }
        }
      }
    }
    unexplained.addAll(banked.take(telling, incoming, others));
    Set<Long> debited = takenBack.stream().map(TakenBack::account).collect(Collectors.toSet());
    settlement.record(
        incoming.stream()
            .map(each -> new BulkPayment(each, matches.get(each.position()), telling))
            .toList(),
        others,
        debited);
    takenBack.forEach(
        each -> returns.takeBack(each.paymentId(), telling.idOf(each.entry()), each.entry()));
    return unexplained;
  }

  /** Whose the incoming entries are, by position. */
  Map<Integer, Match> matches(List<StatementEntry> entries) {
    List<StatementEntry> incoming =
        entries.stream()
            .filter(each -> BankEntries.kindOf(each) == BankEntries.Kind.PAYMENT)
            .toList();
    Map<Integer, Match> matches = new HashMap<>();
    if (!incoming.isEmpty()) {
      Iterator<Match> decided =
          debtors.decide(incoming.stream().map(StatementEntry::incoming).toList()).iterator();
      incoming.forEach(each -> matches.put(each.position(), decided.next()));
    }
    return matches;
  }

  /** All that a chunk with direct debits or refunds among its entries changes. */
  private SettlementLocks.Named named(
      DebitSettlement.Recognised recognised,
      List<StatementEntry> entries,
      Map<Integer, Match> matches) {
    SettlementLocks.Named named = new SettlementLocks.Named();
    recognised.nameIn(named);
    for (StatementEntry entry : entries) {
      if (matches.get(entry.position()) instanceof Match.Matched matched) {
        named.accounts().add(matched.accountId());
      } else if (BankEntries.kindOf(entry) == BankEntries.Kind.RETURN) {
        Returns.original(entry, bank.originals(entry))
            .ifPresent(payment -> named.accounts().add(payments.accountOf(payment)));
      }
    }
    return named;
  }

  private static Booking booking(
      StatementEntry entry, long id, TransactionKind kind, Posting posting) {
    return new Booking(
        LedgerTransaction.HOUSE,
        kind,
        "entry/" + id,
        entry.bookedOn(),
        entry.reference(),
        List.of(posting));
  }
}
