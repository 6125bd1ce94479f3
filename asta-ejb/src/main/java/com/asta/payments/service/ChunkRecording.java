package com.asta.payments.service;

import com.asta.common.service.Suspense;
import com.asta.payments.rules.Match;
import com.asta.payments.rules.Match.Matched;
import com.asta.payments.rules.OwnReference;
import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.StatementFormat;
import com.asta.payments.service.FreshEntries.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes a chunk of a statement in, whole or in lanes that share no account. */
@ApplicationScoped
class ChunkRecording {
  /** Lanes that are recorded side by side: one waits for the log while others work. */
  static final int LANES = 3;

  private static final String SUBSYSTEM = "payments";

  @Inject private Statements statements;
  @Inject private FreshEntries fresh;
  @Inject private EntryRecording recording;
  @Inject private CashDeposits deposits;
  @Inject private Suspense suspense;
  @Inject private PaymentRows rows;

  /**
   * Entries that may be recorded, with whose they are by position.
   *
   * @param rejected what is known not to be recorded
   */
  record Share(
      List<StatementEntry> entries, Map<Integer, Match> matches, List<Rejected> rejected) {}

  /**
   * What became of entries.
   *
   * @param rejected what stands for something else already
   * @param duplicates what was recorded before
   */
  record Outcome(List<Rejected> rejected, int duplicates) {}

  /** Leaves out what was told elsewhere and finds whose the rest is; changes nothing. */
  Share match(long fileId, StatementFormat format, List<StatementEntry> entries) {
    rows.lookUpByKeys();
    FreshEntries.Sorted sorted = fresh.sort(fileId, format, entries);
    return new Share(sorted.left(), recording.matches(sorted.left()), sorted.rejected());
  }

  /**
   * Takes the entries that nobody took and books them. What a person has to look at though it is
   * booked goes to suspense with it.
   */
  Outcome record(
      long fileId,
      StatementFormat format,
      List<StatementEntry> entries,
      Map<Integer, Match> matches) {
    rows.lookUpByKeys();
    Map<List<String>, Long> statementIds = statements.idsOf(fileId);
    FreshEntries.Numbered numbered = fresh.number(fileId, format, statementIds, entries);
    suspend(fileId, recording.record(numbered.telling(), numbered.fresh(), matches));
    return new Outcome(numbered.rejected(), numbered.duplicates());
  }

  /**
   * Divides entries so that those of an account stay together, in their order. Entries whose match
   * does not say which accounts they change, returns and answers to our own files, keep the chunk
   * whole; so do bags of cash that wait for their entry.
   */
  List<List<StatementEntry>> lanes(Share share) {
    if (share.entries().stream().anyMatch(ChunkRecording::mayChangeOthers) || deposits.anyWaits()) {
      return List.of(share.entries());
    }
    List<List<StatementEntry>> lanes = new ArrayList<>();
    for (int lane = 0; lane < LANES; lane++) {
      lanes.add(new ArrayList<>());
    }
    List<Long> begins = begins(share);
    for (StatementEntry entry : share.entries()) {
      Long account = accountOf(entry, share);
      List<StatementEntry> lane =
          account == null
              ? Collections.min(lanes, Comparator.comparingInt(List::size))
              : lanes.get((int) begins.stream().filter(begin -> begin <= account).count());
      lane.add(entry);
    }
    lanes.removeIf(List::isEmpty);
    return lanes;
  }

  /**
   * The accounts at which the lanes but the first begin, each with as many entries: neighbours in a
   * lane are neighbours in the indexes, and two lanes do not wait for each other's pages there.
   */
  private static List<Long> begins(Share share) {
    List<Long> accounts =
        share.entries().stream()
            .map(entry -> accountOf(entry, share))
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    List<Long> begins = new ArrayList<>();
    for (int lane = 1; lane < LANES && !accounts.isEmpty(); lane++) {
      begins.add(accounts.get(accounts.size() * lane / LANES));
    }
    return begins;
  }

  /** Null if it is not known. */
  private static Long accountOf(StatementEntry entry, Share share) {
    return share.matches().get(entry.position()) instanceof Matched matched
        ? matched.accountId()
        : null;
  }

  private static boolean mayChangeOthers(StatementEntry entry) {
    return BankEntries.kindOf(entry) == BankEntries.Kind.RETURN
        || !OwnReference.in(entry.text() + " " + entry.reference()).isEmpty();
  }

  /** Puts entries before a person, in their order. */
  void suspend(long fileId, List<Rejected> rejected) {
    if (!rejected.isEmpty()) {
      suspense.addAll(
          SUBSYSTEM,
          statements.file(fileId).getName(),
          rejected.stream()
              .sorted(Comparator.comparingInt(each -> each.entry().position()))
              .map(ChunkRecording::suspended)
              .toList());
    }
  }

  private static Suspense.Entry suspended(Rejected rejected) {
    StatementEntry entry = rejected.entry();
    return new Suspense.Entry(
        String.valueOf(entry.position()),
        rejected.reason(),
        entry.reference() + " · " + entry.amount(),
        entry.bookedOn() + " " + entry.payer().name() + " " + entry.text());
  }
}
