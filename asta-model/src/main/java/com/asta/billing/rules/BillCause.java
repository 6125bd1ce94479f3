package com.asta.billing.rules;

/** Why a bill differs from the one before; in the order in which it is told. */
public enum BillCause {
  NEW_SERVICE,
  ENDED_SERVICE,
  /** The price of a whole period is another one. */
  PRICE,
  /** Other days are charged than before: a part of a period, a longer one, days given back. */
  DAYS,
  /** Discounts began, ended, or took off another amount. */
  DISCOUNT,
  USAGE,
  /** Usage of earlier periods that came late. */
  LATE_USAGE,
  /** More or less was missing to a minimum. */
  MINIMUM,
  ONE_TIME,
  /** A deposit asked, or given back. */
  DEPOSIT,
  PENALTY,
  /** What people or the dunning entered. */
  MANUAL,
  /** VAT, and what rounding once per rate changed. */
  TAX
}
