package com.asta.charging.rules;

/** Prices any number of units of one use: what a tariff says, seen from a running session. */
@FunctionalInterface
public interface Pricer {
  /**
   * The price of a use of so many units.
   *
   * @param units more than none
   * @param paidUnits units that buckets can pay for, after the tariff's allowances
   * @param counters what the subscription used beside this use
   */
  Rating price(long units, long paidUnits, Counters counters);
}
