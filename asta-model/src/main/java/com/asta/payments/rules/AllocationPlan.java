package com.asta.payments.rules;

import com.asta.common.Money;
import java.util.List;

/**
 * How an amount settles debts: the pieces and what is left over sum to the amount.
 *
 * @param unallocated kept as the customer's credit
 */
public record AllocationPlan(List<Piece> pieces, Money unallocated) {
  public AllocationPlan {
    pieces = List.copyOf(pieces);
  }

  /** A part of the amount given to one open item, above zero. */
  public record Piece(long openItemId, Money amount) {}
}
