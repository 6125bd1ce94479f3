package com.asta.billing.rules;

import com.asta.common.Period;
import java.util.List;
import java.util.Objects;

/**
 * All a bill is made of.
 *
 * @param period the days since the last boundary; the bill takes usage and arrears up to its end,
 *     and prices in advance for the period after it
 * @param used totals of the last months up to the period's end
 * @param usageBilled what final bills took of those months
 * @param terms of every phase, which discounts are decided by
 * @param deposits billed before and not given back
 * @param manual charges entered before the period's end that no bill took
 */
public record BillInput(
    long accountId,
    String currency,
    BillCalendar cycle,
    Period period,
    List<SubscribedCharge> charges,
    List<UsedTotal> used,
    List<UsageMonth> usageBilled,
    List<ManualItem> manual,
    List<SubscribedTerms> terms,
    List<HeldDeposit> deposits,
    TaxCalculator tax) {
  public BillInput {
    Objects.requireNonNull(currency, "currency");
    charges = List.copyOf(charges);
    used = List.copyOf(used);
    usageBilled = List.copyOf(usageBilled);
    manual = List.copyOf(manual);
    terms = List.copyOf(terms);
    deposits = List.copyOf(deposits);
  }

  /** A bill without discounts and deposits. */
  public BillInput(
      long accountId,
      String currency,
      BillCalendar cycle,
      Period period,
      List<SubscribedCharge> charges,
      List<UsedTotal> used,
      List<UsageMonth> usageBilled,
      List<ManualItem> manual,
      TaxCalculator tax) {
    this(
        accountId,
        currency,
        cycle,
        period,
        charges,
        used,
        usageBilled,
        manual,
        List.of(),
        List.of(),
        tax);
  }

  /** The same with a part of the usage. */
  BillInput withUsed(List<UsedTotal> part) {
    return new BillInput(
        accountId,
        currency,
        cycle,
        period,
        charges,
        part,
        usageBilled,
        manual,
        terms,
        deposits,
        tax);
  }

  /** The period that is charged in advance; what is left of one for a bill between boundaries. */
  public Period following() {
    return new Period(period.end(), cycle.onOrAfter(period.end().plusDays(1)));
  }
}
