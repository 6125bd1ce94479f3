package com.asta.billing.service;

import com.asta.common.Money;
import java.util.List;

/** How far a run is, and what it adds up to. */
public record BillRunTotals(
    long pending,
    long drafted,
    long nothing,
    long carried,
    long held,
    long quarantined,
    long finished,
    List<RunSum> sums) {

  /** The bills of one currency. */
  public record RunSum(long bills, Money net, Money tax, Money gross) {}

  public long accounts() {
    return pending + calculated();
  }

  /** Accounts the trial has looked at. */
  public long calculated() {
    return bills() + nothing + carried + held + quarantined;
  }

  /** Accounts with a bill, draft or final. */
  public long bills() {
    return drafted + finished;
  }

  public int percentCalculated() {
    return percent(calculated(), accounts());
  }

  public int percentFinal() {
    return percent(finished, bills());
  }

  private static int percent(long part, long whole) {
    return whole == 0 ? 100 : (int) (100 * part / whole);
  }
}
