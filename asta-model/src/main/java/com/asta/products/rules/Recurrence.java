package com.asta.products.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How often a recurring price is due (TMF620 {@code recurringChargePeriodType}). */
public enum Recurrence {
  /** Every seven days from the first day of the phase. */
  WEEKLY(0),
  MONTHLY(1),
  QUARTERLY(3),
  YEARLY(12);

  private static final int SCALE = 4;
  private static final BigDecimal WEEKS_OF_YEAR = BigDecimal.valueOf(52);
  private static final BigDecimal MONTHS_OF_YEAR = BigDecimal.valueOf(12);

  private final int months;

  Recurrence(int months) {
    this.months = months;
  }

  /** Months of one nominal period; 0 for a week. */
  public int months() {
    return months;
  }

  /** What a price comes to in a month on average, for comparing prices; 4 decimals, half up. */
  public BigDecimal monthly(BigDecimal amount) {
    return switch (this) {
      case MONTHLY -> amount;
      case WEEKLY ->
          amount.multiply(WEEKS_OF_YEAR).divide(MONTHS_OF_YEAR, SCALE, RoundingMode.HALF_UP);
      case QUARTERLY, YEARLY ->
          amount.divide(BigDecimal.valueOf(months), SCALE, RoundingMode.HALF_UP);
    };
  }
}
