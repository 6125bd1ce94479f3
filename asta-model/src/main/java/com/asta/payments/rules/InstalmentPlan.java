package com.asta.payments.rules;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A debt to be paid in dated parts that sum to it exactly.
 *
 * @param instalments in the order of their days
 * @param graceDays days an instalment may be late before the plan is broken
 */
public record InstalmentPlan(List<Instalment> instalments, int graceDays) {
  /** Most instalments of a plan. */
  public static final int MOST = 36;

  private static final int DECIMALS = 2;

  public InstalmentPlan {
    instalments = List.copyOf(instalments);
    if (instalments.isEmpty() || instalments.size() > MOST || graceDays < 0) {
      throw new IllegalArgumentException(
          "A plan has 1 to "
              + MOST
              + " instalments and no negative grace, not "
              + instalments.size()
              + " and "
              + graceDays);
    }
    for (int i = 1; i < instalments.size(); i++) {
      if (!instalments.get(i).dueOn().isAfter(instalments.get(i - 1).dueOn())) {
        throw new IllegalArgumentException(
            "Instalments must rise: " + instalments.get(i - 1) + " before " + instalments.get(i));
      }
    }
  }

  /** A part and its last day. */
  public record Instalment(LocalDate dueOn, Money amount) {
    public Instalment {
      Objects.requireNonNull(dueOn, "dueOn");
      if (!amount.isPositive()) {
        throw new IllegalArgumentException("An instalment must be above zero: " + amount);
      }
    }
  }

  /** How a plan is kept. */
  public enum Standing {
    /** Everything due so far is paid. */
    KEPT,
    /** An instalment was not paid in time: dunning goes on. */
    BROKEN,
    PAID
  }

  /**
   * Splits a debt into equal monthly parts; what does not divide evenly is in the first ones, a
   * cent each.
   *
   * @param total above zero, at the currency's scale, at least a cent for each part
   * @param first day of the first part; the others follow month by month on its day, or on the
   *     month's last
   */
  public static InstalmentPlan monthly(Money total, int parts, LocalDate first, int graceDays) {
    BigDecimal cent = BigDecimal.ONE.movePointLeft(DECIMALS);
    BigDecimal base = total.amount().divide(BigDecimal.valueOf(parts), DECIMALS, RoundingMode.DOWN);
    BigDecimal rest = total.amount().subtract(base.multiply(BigDecimal.valueOf(parts)));
    List<Instalment> instalments = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      BigDecimal extra = rest.min(cent);
      rest = rest.subtract(extra);
      instalments.add(
          new Instalment(first.plusMonths(part), Money.of(base.add(extra), total.currency())));
    }
    return new InstalmentPlan(instalments, graceDays);
  }

  /** The whole debt. */
  public Money total() {
    return Money.sum(
        instalments.stream().map(Instalment::amount).toList(),
        instalments.get(0).amount().currency());
  }

  /** What must be paid by the end of the day before, grace taken into account. */
  public Money dueBefore(LocalDate day) {
    return Money.sum(
        instalments.stream()
            .filter(each -> each.dueOn().plusDays(graceDays).isBefore(day))
            .map(Instalment::amount)
            .toList(),
        total().currency());
  }

  /**
   * How the plan stands on a day, from facts alone.
   *
   * @param paid of its debt since it was agreed
   */
  public Standing standing(Money paid, LocalDate day) {
    if (paid.compareTo(total()) >= 0) {
      return Standing.PAID;
    }
    return paid.compareTo(dueBefore(day)) >= 0 ? Standing.KEPT : Standing.BROKEN;
  }
}
