package com.asta.billing.rules;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Quantity and net price of an invoice's line [EN 16931, BT-129 and BT-146]. A price of a period is
 * multiplied by the part of the period, to six decimals; usage, which a tariff prices by tiers and
 * allowances, has the average price of a minute, a megabyte or a piece, to four.
 *
 * @param quantity negative where something is given back
 * @param per {@code min} or {@code MB}; null for pieces
 * @param price of one, not negative
 * @param average true if quantity and price give the line's amount but nearly
 */
public record LinePrice(BigDecimal quantity, String per, Money price, boolean average) {
  private static final int QUANTITY_SCALE = 6;
  private static final int AVERAGE_SCALE = 4;
  private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
  private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1024L * 1024);

  /**
   * The price of a line; empty for what only takes off from others.
   *
   * @param measured what was used, in {@code unit}; null where nothing is measured
   * @param unit {@code s}, {@code octet} or a piece's
   * @param whole the price of the whole period, or of the thing
   * @param exact the line's net before it is rounded
   */
  public static Optional<LinePrice> of(
      ItemKind kind, BigDecimal measured, String unit, Money whole, Money exact) {
    return switch (kind) {
      case USAGE, LATE_USAGE -> used(measured, unit == null ? "" : unit, exact);
      case RECURRING, CREDIT, ONE_TIME, PENALTY, DEPOSIT -> Optional.of(part(whole, exact));
      case MINIMUM, DEPOSIT_RETURN -> Optional.of(one(exact));
      case MANUAL -> exact.isNegative() ? Optional.empty() : Optional.of(one(exact));
      case DISCOUNT -> Optional.empty();
    };
  }

  private static Optional<LinePrice> used(BigDecimal measured, String unit, Money exact) {
    if (measured == null || measured.signum() <= 0 || exact.isNegative()) {
      return Optional.empty();
    }
    String per = "s".equals(unit) ? "min" : "octet".equals(unit) ? "MB" : null;
    BigDecimal one = per == null ? BigDecimal.ONE : "min".equals(per) ? MINUTE : MEGABYTE;
    BigDecimal price =
        exact.amount().multiply(one).divide(measured, AVERAGE_SCALE, RoundingMode.HALF_UP);
    return Optional.of(
        new LinePrice(
            measured.divide(one, QUANTITY_SCALE, RoundingMode.HALF_UP),
            per,
            Money.of(price, exact.currency()),
            true));
  }

  private static LinePrice part(Money whole, Money exact) {
    if (!whole.isPositive()) {
      return one(exact);
    }
    BigDecimal quantity =
        exact.amount().divide(whole.amount(), QUANTITY_SCALE, RoundingMode.HALF_UP);
    boolean gives = whole.times(quantity).rounded().equals(exact.rounded());
    return gives ? new LinePrice(quantity.stripTrailingZeros(), null, whole, false) : one(exact);
  }

  private static LinePrice one(Money exact) {
    Money shown = exact.rounded();
    return shown.isNegative()
        ? new LinePrice(BigDecimal.ONE.negate(), null, shown.negated(), false)
        : new LinePrice(BigDecimal.ONE, null, shown, false);
  }
}
