package com.asta.payments.service;

import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.StatementEntry.Direction;
import com.asta.payments.rules.StatementFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
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
   * What is not known to be told before.
   *
   * @param rejected told elsewhere, or not to be recorded at all
   */
  record Sorted(List<StatementEntry> left, List<Rejected> rejected) {}

  /**
   * What is new.
   *
   * @param telling by what the fresh entries are recorded
   * @param rejected their references stand for something else
   * @param duplicates told before with the same amount
   */
  record Numbered(
      List<StatementEntry> fresh, Telling telling, List<Rejected> rejected, int duplicates) {}

  /** Leaves out what other statements told; claims nothing. */
  Sorted sort(long fileId, StatementFormat format, List<StatementEntry> entries) {
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
    Set<Integer> told = new HashSet<>();
    for (Map.Entry<String, List<StatementEntry>> own : byAccount(left).entrySet()) {
      told.addAll(batched(own.getKey(), own.getValue(), rejected));
    }
    told.addAll(toldElsewhere(fileId, format, left, told, rejected));
    left.removeIf(each -> told.contains(each.position()));
    return new Sorted(left, rejected);
  }

  /**
   * Numbers what nobody has recorded, and records of it what is no payment. A concurrent import of
   * the same entries is refused by their key, here or where payments are recorded.
   */
  Numbered number(
      long fileId,
      StatementFormat format,
      Map<List<String>, Long> statementIds,
      List<StatementEntry> entries) {
    List<StatementEntry> fresh = bank.fresh(entries);
    Telling telling = new Telling(fileId, format, statementIds, bank.number(fresh));
    bank.addBesidesPayments(telling, fresh);
    List<StatementEntry> known =
        entries.stream().filter(each -> !telling.ids().containsKey(each.position())).toList();
    List<Rejected> rejected = new ArrayList<>();
    int again = 0;
    for (Map.Entry<String, List<StatementEntry>> own : byAccount(known).entrySet()) {
      again +=
          readAgain(
              telling,
              own.getValue(),
              recorded(telling, own.getKey(), own.getValue(), fresh),
              rejected);
    }
    return new Numbered(fresh, telling, rejected, known.size() - again - rejected.size());
  }

  /** The sum of a batch whose parts are booked, or a part of a batch that is booked whole. */
  private Set<Integer> batched(
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
  private Set<Integer> toldElsewhere(
      long fileId,
      StatementFormat format,
      List<StatementEntry> entries,
      Set<Integer> told,
      List<Rejected> rejected) {
    Set<Integer> all = new HashSet<>();
    for (boolean given : new boolean[] {true, false}) {
      List<StatementEntry> some =
          entries.stream()
              .filter(each -> each.key().given() == given && !told.contains(each.position()))
              .toList();
      if (!some.isEmpty()) {
        Map<String, Integer> times =
            given
                ? bank.toldWithoutReference(fileId, format, some)
                : bank.toldAtAll(fileId, format, some);
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

  /** What is recorded under the keys of an account's entries, or stands before them in the file. */
  private Map<String, BankEntries.Known> recorded(
      Telling telling, String account, List<StatementEntry> known, List<StatementEntry> fresh) {
    Map<String, BankEntries.Known> recorded =
        new HashMap<>(bank.known(account, known.stream().map(each -> each.key().value()).toList()));
    for (StatementEntry entry : fresh) {
      if (entry.account().equals(account)) {
        recorded.put(
            entry.key().value(),
            new BankEntries.Known(
                entry.key().value(), entry.signed().amount(), telling.fileId(), entry.position()));
      }
    }
    return recorded;
  }

  /**
   * Rejects keys that stand for other amounts.
   *
   * @return how many entries were recorded from the very same place, before a restart
   */
  private static int readAgain(
      Telling telling,
      List<StatementEntry> known,
      Map<String, BankEntries.Known> recorded,
      List<Rejected> rejected) {
    int again = 0;
    for (StatementEntry entry : known) {
      BankEntries.Known first = recorded.get(entry.key().value());
      if (first == null || first.amount().compareTo(entry.signed().amount()) != 0) {
        rejected.add(new Rejected(entry, "REFERENCE_REUSED"));
      } else if (first.fileId() == telling.fileId() && first.position() == entry.position()) {
        again++;
      }
    }
    return again;
  }

  private static Set<Integer> rejectedBy(
      Predicate<StatementEntry> rule,
      String reason,
      List<StatementEntry> entries,
      List<Rejected> rejected) {
    Set<Integer> found = new HashSet<>();
    for (StatementEntry entry : entries) {
      if (rule.test(entry)) {
        found.add(entry.position());
        rejected.add(new Rejected(entry, reason));
      }
    }
    return found;
  }

  private static Map<String, List<StatementEntry>> byAccount(List<StatementEntry> entries) {
    return entries.stream().collect(Collectors.groupingBy(StatementEntry::account));
  }
}
