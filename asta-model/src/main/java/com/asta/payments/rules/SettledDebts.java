package com.asta.payments.rules;

import com.asta.common.Money;
import com.asta.payments.rules.AllocationPlan.Piece;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an amount does to the debts of its account.
 *
 * @param plan the pieces it settles and what is left of it
 * @param writeOffs rests too small to ask for, of debts it settles
 * @param debts what is open after both, in the order given
 */
public record SettledDebts(AllocationPlan plan, List<Piece> writeOffs, List<OpenDebt> debts) {
  public SettledDebts {
    writeOffs = List.copyOf(writeOffs);
    debts = List.copyOf(debts);
  }

  /**
   * Settles debts, those named first, and writes small rests off. Before and after, debts differ by
   * exactly the pieces and the write-offs.
   *
   * @param smallDifference the most to write off of a debt; zero for nothing
   */
  public static SettledDebts of(
      Money amount, Collection<OpenDebt> debts, Set<Long> named, Money smallDifference) {
    AllocationPlan plan = Allocator.allocate(amount, debts, named);
    List<Piece> writeOffs = SmallDifference.toWriteOff(plan, debts, smallDifference);
    Map<Long, Money> gone = new HashMap<>();
    plan.pieces().forEach(piece -> gone.merge(piece.openItemId(), piece.amount(), Money::plus));
    writeOffs.forEach(piece -> gone.merge(piece.openItemId(), piece.amount(), Money::plus));
    List<OpenDebt> left = new ArrayList<>(debts.size());
    for (OpenDebt debt : debts) {
      Money part = gone.get(debt.openItemId());
      if (part == null) {
        left.add(debt);
      } else if (!part.equals(debt.open())) {
        left.add(debt.without(part));
      }
    }
    return new SettledDebts(plan, writeOffs, left);
  }
}
