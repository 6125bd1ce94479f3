package com.asta.payments.service;

import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.StatementEntry.Direction;
import com.asta.payments.rules.StatementFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Sorts out what of a chunk is new: the bank tells an entry in several files and formats. */
@ApplicationScoped
class FreshEntries {
  @Inject private BankEntries bank;

  /** An entry that a person has to look at. */
  record Rejected(StatementEntry entry, String reason) {}

  /**
   * The answer.
   *
   * @param ids of the fresh entries by their position
   * @param duplicates told before with the same amount
   */
  record Sorted(
      List<StatementEntry> fresh,
      Map<Integer, Long> ids,
      List<Rejected> rejected,
      int duplicates) {}

  /** Claims what is new, so that no other import can. */
  Sorted sort(
      long fileId,
      StatementFormat format,
      Map<List<String>, Long> statementIds,
      List<StatementEntry> entries) {
    List<Rejected> rejected = new ArrayList<>();
    List<StatementEntry> left = new ArrayList<>();
    for (StatementEntry entry : entries) {
      if (entry.direction() == Direction.PENDING) {
        rejected.add(new Rejected(entry, "PENDING_ENTRY"));
      } else if (!entry.amount().isPositive()) {
        rejected.add(new Rejected(entry, "ZERO_AMOUNT"));
      } else {
        left.add(entry);
      }
    }
    for (Map.Entry<String, List<StatementEntry>> own : byAccount(left).entrySet()) {
      left.removeAll(batched(own.getKey(), own.getValue(), rejected));
    }
    left.removeAll(toldElsewhere(fileId, format, left, rejected));
    Map<Integer, Long> ids = bank.claim(fileId, format, statementIds, left);
    List<StatementEntry> known =
        left.stream().filter(each -> !ids.containsKey(each.position())).toList();
    int before = rejected.size();
    int again = 0;
    for (Map.Entry<String, List<StatementEntry>> own : byAccount(known).entrySet()) {
      again += readAgain(fileId, own.getKey(), own.getValue(), rejected);
    }
    List<StatementEntry> fresh =
        left.stream().filter(each -> ids.containsKey(each.position())).toList();
    return new Sorted(fresh, ids, rejected, known.size() - again - (rejected.size() - before));
  }

  /** The sum of a batch whose parts are booked, or a part of a batch that is booked whole. */
  private Set<StatementEntry> batched(
      String account, List<StatementEntry> entries, List<Rejected> rejected) {
    Set<String> found =
        new HashSet<>(
            bank.batchesAmong(
                account,
                entries.stream().map(each -> each.key().value()).toList(),
                entries.stream()
                    .map(each -> each.key().batch())
                    .filter(batch -> !batch.isEmpty())
                    .distinct()
                    .toList()));
    Predicate<StatementEntry> part =
        each -> !each.key().batch().isEmpty() && found.contains(each.key().batch());
    Predicate<StatementEntry> whole =
        each -> each.key().batch().isEmpty() && found.contains(each.key().value());
    return rejectedBy(part.or(whole), "BATCH_RECORDED", entries, rejected);
  }

  /** Another format told as many entries of the same day, amount and other account. */
  private Set<StatementEntry> toldElsewhere(
      long fileId, StatementFormat format, List<StatementEntry> entries, List<Rejected> rejected) {
    Set<StatementEntry> all = new HashSet<>();
    for (boolean given : new boolean[] {true, false}) {
      List<StatementEntry> some =
          entries.stream().filter(each -> each.key().given() == given).toList();
      if (!some.isEmpty()) {
        Map<String, Integer> times =
            bank.toldElsewhere(
                fileId, format, given, some.stream().map(each -> each.key().likeness()).toList());
        all.addAll(
            rejectedBy(
                each -> each.key().ordinal() <= times.getOrDefault(each.key().likeness(), 0),
                "LIKE_RECORDED",
                some,
                rejected));
      }
    }
    return all;
  }

  /**
   * Rejects keys that stand for other amounts.
   *
   * @return how many entries were recorded from the very same place, before a restart
   */
  private int readAgain(
      long fileId, String account, List<StatementEntry> known, List<Rejected> rejected) {
    Map<String, BankEntries.Known> recorded =
        bank.known(account, known.stream().map(each -> each.key().value()).toList());
    int again = 0;
    for (StatementEntry entry : known) {
      BankEntries.Known first = recorded.get(entry.key().value());
      if (first == null || first.amount().compareTo(entry.signed().amount()) != 0) {
        rejected.add(new Rejected(entry, "REFERENCE_REUSED"));
      } else if (first.fileId() == fileId && first.position() == entry.position()) {
        again++;
      }
    }
    return again;
  }

  private static Set<StatementEntry> rejectedBy(
      Predicate<StatementEntry> rule,
      String reason,
      List<StatementEntry> entries,
      List<Rejected> rejected) {
    Set<StatementEntry> found = entries.stream().filter(rule).collect(Collectors.toSet());
    found.forEach(each -> rejected.add(new Rejected(each, reason)));
    return found;
  }

  private static Map<String, List<StatementEntry>> byAccount(List<StatementEntry> entries) {
    return entries.stream().collect(Collectors.groupingBy(StatementEntry::account));
  }
}
