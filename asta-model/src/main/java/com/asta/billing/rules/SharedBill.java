package com.asta.billing.rules;

import java.util.List;

/**
 * All that one bill is made of where accounts pay for each other.
 *
 * @param split who pays the account's own charges
 * @param payees the accounts some of whose charges are on the bill
 */
public record SharedBill(BillInput own, PayerSplit split, List<Payee> payees) {
  /**
   * An account that the bill's account pays for.
   *
   * @param input as if all its charges were on this bill, less what bills of this account took
   */
  public record Payee(BillInput input, PayerSplit split) {}

  public SharedBill {
    payees = List.copyOf(payees);
  }

  /** A bill that nobody shares. */
  public static SharedBill of(BillInput input) {
    return new SharedBill(input, new PayerSplit(input.accountId(), List.of()), List.of());
  }
}
