package com.asta.billing.rules;

/** Which charges of an account another one pays. */
public enum PaidCharges {
  /** All of them; of a whole account also what people entered. */
  ALL,
  /** Recurring prices, and what is given back of them. */
  RECURRING,
  ONE_TIME,
  USAGE;

  /** The kind a position belongs to; {@link #ALL} if it is of no kind that can be named. */
  static PaidCharges of(Item item) {
    return switch (item.kind()) {
      case RECURRING, CREDIT -> RECURRING;
      case ONE_TIME -> ONE_TIME;
      case USAGE, LATE_USAGE -> USAGE;
      case DISCOUNT -> reduced(((Origin.Discounted) item.origin()).of());
      case MINIMUM, PENALTY, MANUAL, DEPOSIT, DEPOSIT_RETURN -> ALL;
    };
  }

  /** What a discount reduces is paid by the same account. */
  private static PaidCharges reduced(Origin of) {
    if (of instanceof Origin.Phase phase) {
      return phase.nominal() == null ? ONE_TIME : RECURRING;
    }
    return USAGE;
  }
}
