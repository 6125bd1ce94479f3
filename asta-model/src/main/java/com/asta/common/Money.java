package com.asta.common;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount of one currency. Arithmetic never rounds; {@link #rounded()} is the one place
 * that does. The amount's scale carries no meaning: 1.5 PLN equals 1.50 PLN.
 *
 * @param amount units of the currency (not cents), at most 12 decimals, trailing zeros stripped
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {
  /** Decimals of a rated, not yet billed amount. */
  public static final int RATED_SCALE = 12;

  public Money {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(currency, "currency");
    Currency.getInstance(currency);
    amount = canonical(amount);
    if (amount.scale() > RATED_SCALE) {
      throw new IllegalArgumentException(
          "Amount " + amount + " " + currency + " has more than " + RATED_SCALE + " decimals");
    }
  }

  public static Money of(BigDecimal amount, String currency) {
    return new Money(amount, currency);
  }

  /** As {@link #of(BigDecimal, String)}, from a plain decimal such as {@code "12.30"}. */
  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), currency);
  }

  public static Money zero(String currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /** The sum of amounts that all are in {@code currency}; zero for none. */
  public static Money sum(Collection<Money> amounts, String currency) {
    Money total = zero(currency);
    for (Money each : amounts) {
      total = total.plus(each);
    }
    return total;
  }

  public Money plus(Money other) {
    return new Money(amount.add(same(other).amount), currency);
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(same(other).amount), currency);
  }

  /** The exact product; a product finer than 12 decimals is rounded half up to 12. */
  public Money times(BigDecimal factor) {
    return rated(amount.multiply(factor));
  }

  public Money times(long factor) {
    return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
  }

  /** This amount × numerator ÷ denominator, at 12 decimals half up; one division, one rounding. */
  public Money fraction(long numerator, long denominator) {
    BigDecimal product = amount.multiply(BigDecimal.valueOf(numerator));
    return new Money(
        product.divide(BigDecimal.valueOf(denominator), RATED_SCALE, RoundingMode.HALF_UP),
        currency);
  }

  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /** Half up to the currency's own scale (2 for PLN, 0 for JPY). */
  public Money rounded() {
    return new Money(amount.setScale(scale(), RoundingMode.HALF_UP), currency);
  }

  /** The amount with at least the currency's decimals, for people and for documents: 1.50. */
  public BigDecimal displayAmount() {
    return amount.scale() < scale() ? amount.setScale(scale()) : amount;
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(same(other).amount);
  }

  @Override
  public String toString() {
    return displayAmount().toPlainString() + " " + currency;
  }

  private int scale() {
    return Currency.getInstance(currency).getDefaultFractionDigits();
  }

  private Money rated(BigDecimal value) {
    return new Money(
        value.scale() > RATED_SCALE ? value.setScale(RATED_SCALE, RoundingMode.HALF_UP) : value,
        currency);
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("Cannot combine " + this + " with " + other);
    }
    return other;
  }

  private static BigDecimal canonical(BigDecimal value) {
    if (value.scale() == 0) {
      return value;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
