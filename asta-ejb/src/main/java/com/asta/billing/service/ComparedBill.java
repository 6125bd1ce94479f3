package com.asta.billing.service;

import com.asta.billing.rules.BillChange;
import com.asta.common.Money;
import java.util.List;

/**
 * A bill beside the one before.
 *
 * @param previous null if it is the account's first; then nothing is compared
 */
public record ComparedBill(BillRow bill, BillRow previous, List<BillChange> changes) {
  /** The difference without its sign. */
  public Money absolute() {
    return difference().isNegative() ? difference().negated() : difference();
  }

  /** What the bill is more than the one before; negative if it is less. */
  public Money difference() {
    return previous == null ? bill.gross() : bill.gross().minus(previous.gross());
  }
}
