package com.asta.payments.rules;

import com.asta.common.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What is collected from one account by its mandate. */
public final class CollectionPlan {
  private CollectionPlan() {}

  /** A debt that is not being collected already. */
  public record Due(long openItemId, String number, LocalDate dueOn, Money open, int attempt) {}

  /** The mandate as far as it matters; used if an earlier collection was not rejected. */
  public record Debited(boolean oneOff, boolean ending, boolean used, String currency) {}

  /** A collection to make. */
  public record Planned(Due due, SequenceType sequence, LocalDate collectionOn) {}

  /**
   * Every debt is a collection of its own, the oldest first; only the first is FRST, and nothing
   * follows a last one.
   *
   * @param dues in the order of their due days; those of another currency are left out
   * @param noticeDays bank days between telling the debtor and collecting
   */
  public static List<Planned> plan(
      Debited mandate, List<Due> dues, LocalDate today, int noticeDays) {
    List<Planned> planned = new ArrayList<>();
    boolean used = mandate.used();
    for (Due due : dues) {
      if (!due.open().currency().equals(mandate.currency())) {
        continue;
      }
      SequenceType sequence = SequenceType.next(mandate.oneOff(), mandate.ending(), used);
      planned.add(
          new Planned(
              due,
              sequence,
              BankDay.ofCollection(due.dueOn(), today, noticeDays, mandate.currency())));
      used = true;
      if (sequence.isLast()) {
        break;
      }
    }
    return planned;
  }
}
