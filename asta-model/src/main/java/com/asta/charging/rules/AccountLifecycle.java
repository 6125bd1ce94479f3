package com.asta.charging.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The life of a prepaid account: each recharge keeps it active for some days; then it may be used
 * no more but still recharged (grace), then it is barred, then closed and its balance forfeited.
 */
public final class AccountLifecycle {
  /** Where an account stands; in the order of its life. */
  public enum Stage {
    ACTIVE,
    GRACE,
    BARRED,
    CLOSED
  }

  /**
   * Days of validity that a recharge brings.
   *
   * @param from smallest amount that brings them, in the account's currency
   */
  public record Validity(BigDecimal from, int days) {
    public Validity {
      if (from == null || from.signum() < 0 || days < 1) {
        throw new IllegalArgumentException("Validity of " + days + " days from " + from);
      }
    }
  }

  /**
   * How long each stage lasts.
   *
   * @param firstDays active days of a new account
   * @param validities what recharges bring; a recharge below all of them brings no day
   */
  public record Policy(int firstDays, List<Validity> validities, int graceDays, int barredDays) {
    public Policy {
      validities = validities.stream().sorted(Comparator.comparing(Validity::from)).toList();
      if (firstDays < 1 || graceDays < 0 || barredDays < 0) {
        throw new IllegalArgumentException(
            "Days of an account: " + firstDays + ", " + graceDays + ", " + barredDays);
      }
    }

    /** 5 brings a month, 25 two, 50 three, 100 a year; then 30 days of grace and 60 barred. */
    public static Policy standard() {
      return new Policy(
          90,
          List.of(validity(5, 30), validity(25, 60), validity(50, 90), validity(100, 365)),
          30,
          60);
    }

    /** Days that a recharge brings. */
    public int daysFor(BigDecimal amount) {
      int days = 0;
      for (Validity each : validities) {
        if (amount.compareTo(each.from()) >= 0) {
          days = each.days();
        }
      }
      return days;
    }

    private static Validity validity(int from, int days) {
      return new Validity(BigDecimal.valueOf(from), days);
    }
  }

  /**
   * The last day of each stage; an account without dates never ends.
   *
   * @param graceUntil not before {@code activeUntil}
   * @param barredUntil not before {@code graceUntil}
   */
  public record Dates(LocalDate activeUntil, LocalDate graceUntil, LocalDate barredUntil) {
    public Dates {
      Objects.requireNonNull(activeUntil, "activeUntil");
      if (graceUntil.isBefore(activeUntil) || barredUntil.isBefore(graceUntil)) {
        throw new IllegalArgumentException(
            "Stages out of order: " + activeUntil + ", " + graceUntil + ", " + barredUntil);
      }
    }

    static Dates from(LocalDate activeUntil, Policy policy) {
      LocalDate graceUntil = activeUntil.plusDays(policy.graceDays());
      return new Dates(activeUntil, graceUntil, graceUntil.plusDays(policy.barredDays()));
    }
  }

  private AccountLifecycle() {}

  /** Dates of an account that begins today. */
  public static Dates begin(LocalDate today, Policy policy) {
    return Dates.from(today.plusDays(policy.firstDays()), policy);
  }

  /**
   * Dates after a recharge; it never shortens a life.
   *
   * @param before null for an account that never ends, which stays so
   */
  public static Dates recharged(Dates before, BigDecimal amount, LocalDate today, Policy policy) {
    int days = policy.daysFor(amount);
    if (before == null || days == 0 || !today.plusDays(days).isAfter(before.activeUntil())) {
      return before;
    }
    return Dates.from(today.plusDays(days), policy);
  }

  /**
   * The stage of a day.
   *
   * @param dates null for an account that never ends
   */
  public static Stage statusOn(Dates dates, LocalDate today) {
    if (dates == null || !today.isAfter(dates.activeUntil())) {
      return Stage.ACTIVE;
    }
    if (!today.isAfter(dates.graceUntil())) {
      return Stage.GRACE;
    }
    return today.isAfter(dates.barredUntil()) ? Stage.CLOSED : Stage.BARRED;
  }
}
