package com.asta.payments.rules;

import com.asta.common.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Divides an amount over open debts: first those the payer named, then the oldest due (Polish civil
 * code, article 451). Never gives a debt more than is open.
 */
public final class Allocator {
  private Allocator() {}

  /**
   * Settles debts in order until the amount is used up.
   *
   * @param amount not negative, in the currency of the debts
   * @param named open items the payer asked to settle
   */
  public static AllocationPlan allocate(Money amount, Collection<OpenDebt> debts, Set<Long> named) {
    if (amount.isNegative()) {
      throw new IllegalArgumentException("Cannot allocate a negative amount: " + amount);
    }
    Comparator<OpenDebt> order =
        Comparator.comparing((OpenDebt debt) -> !named.contains(debt.openItemId()))
            .thenComparing(OpenDebt::dueOn)
            .thenComparing(OpenDebt::openItemId);
    List<AllocationPlan.Piece> pieces = new ArrayList<>();
    Money left = amount;
    for (OpenDebt debt : debts.stream().sorted(order).toList()) {
      if (left.isZero()) {
        break;
      }
      Money piece = left.min(debt.open());
      pieces.add(new AllocationPlan.Piece(debt.openItemId(), piece));
      left = left.minus(piece);
    }
    return new AllocationPlan(pieces, left);
  }
}
