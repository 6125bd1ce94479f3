package com.asta.billing.rules;

import com.asta.common.Money;

/** What becomes of an account in a bill run. */
public sealed interface BillOutcome {

  /** There is something to tell: to pay, or that lines sum to nothing. */
  record Drafted(Bill bill) implements BillOutcome {}

  /** There is nothing to bill. */
  record Empty() implements BillOutcome {}

  /**
   * The operator owes more than the customer, or the customer less than the smallest coin; nothing
   * counts as billed, so the next bill takes it all.
   */
  record Carried(Money gross) implements BillOutcome {}

  /** A person has to look at the account before it can be billed. */
  record Quarantined(QuarantineReason reason, String detail) implements BillOutcome {}
}
