package com.asta.charging.rules;

import java.math.BigDecimal;

/**
 * Decides on a prepaid balance (TS 32.296 account balance management): debits, reservations and
 * their release. What one session reserved no other can have.
 */
public final class BalanceControl {
  /** A decision: the balance after it, or what is missing. */
  public sealed interface Decision {}

  /**
   * Allowed.
   *
   * @param change signed change of the amount; zero for a reservation
   */
  public record Granted(Balance after, BigDecimal change) implements Decision {}

  /** Not enough available; the balance stays untouched. */
  public record Refused(BigDecimal missing) implements Decision {}

  private BalanceControl() {}

  /** Takes a price at once (immediate event charging). */
  public static Decision debit(Balance balance, BigDecimal price) {
    notNegative("Price", price);
    if (balance.available().compareTo(price) < 0) {
      return new Refused(price.subtract(balance.available()));
    }
    return new Granted(
        new Balance(balance.amount().subtract(price), balance.reserved()), price.negate());
  }

  /** Holds an amount for a session. */
  public static Decision reserve(Balance balance, BigDecimal amount) {
    notNegative("Reservation", amount);
    if (balance.available().compareTo(amount) < 0) {
      return new Refused(amount.subtract(balance.available()));
    }
    return new Granted(
        new Balance(balance.amount(), balance.reserved().add(amount)), BigDecimal.ZERO);
  }

  /**
   * The final request of a session: debits what was used and releases the whole reservation.
   *
   * <p>Usage above the reservation has happened already, so it is debited too and may make the
   * balance negative.
   */
  public static Granted settle(Balance balance, BigDecimal reserved, BigDecimal used) {
    notNegative("Reservation", reserved);
    notNegative("Used amount", used);
    if (balance.reserved().compareTo(reserved) < 0) {
      throw new IllegalArgumentException(
          "Cannot release " + reserved + " of only " + balance.reserved() + " reserved");
    }
    return new Granted(
        new Balance(balance.amount().subtract(used), balance.reserved().subtract(reserved)),
        used.negate());
  }

  /** Adds money: a voucher, a payment, a refund. */
  public static Granted topUp(Balance balance, BigDecimal amount) {
    notNegative("Top-up", amount);
    return new Granted(new Balance(balance.amount().add(amount), balance.reserved()), amount);
  }

  private static void notNegative(String what, BigDecimal amount) {
    if (amount == null || amount.signum() < 0) {
      throw new IllegalArgumentException(what + " must not be negative, was: " + amount);
    }
  }
}
