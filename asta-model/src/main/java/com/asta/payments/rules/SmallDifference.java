package com.asta.payments.rules;

import com.asta.common.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What customers paid too little, where it is too little to ask for. */
public final class SmallDifference {
  private SmallDifference() {}

  /**
   * The rests to write off after a payment was allocated: of the items it paid, where no more than
   * the limit stays open. Over-payments are never taken: they are the customer's money.
   *
   * @param limit zero switches it off
   */
  public static List<AllocationPlan.Piece> toWriteOff(
      AllocationPlan plan, Collection<OpenDebt> before, Money limit) {
    List<AllocationPlan.Piece> rests = new ArrayList<>();
    for (OpenDebt debt : before) {
      if (!debt.open().currency().equals(limit.currency())) {
        continue;
      }
      for (AllocationPlan.Piece piece : plan.pieces()) {
        if (piece.openItemId() == debt.openItemId()) {
          Money rest = debt.open().minus(piece.amount());
          if (rest.isPositive() && rest.compareTo(limit) <= 0) {
            rests.add(new AllocationPlan.Piece(debt.openItemId(), rest));
          }
        }
      }
    }
    return rests;
  }
}
