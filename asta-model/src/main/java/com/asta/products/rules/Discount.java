package com.asta.products.rules;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A discount of an offer version; a phased one is several, one after the other.
 *
 * @param code unique in the version
 * @param value per cent, or an amount in the currency of the prices
 * @param priceCode the only price it reduces, or null for every price of its scope
 * @param fromMonth the month of the phase with which it begins; 1 is the first
 * @param months how many months it lasts, or null for as long as the offer is held
 * @param threshold what a counting condition counts up to, otherwise null
 * @param subject the offer or promotion that the condition names, otherwise null
 */
public record Discount(
    String code,
    String nameEn,
    String namePl,
    DiscountKind kind,
    BigDecimal value,
    DiscountScope scope,
    String priceCode,
    int fromMonth,
    Integer months,
    DiscountCondition condition,
    BigDecimal threshold,
    String subject) {
  /** The order in which discounts of one price are taken off. */
  public static final Comparator<Discount> ORDER =
      Comparator.comparing(Discount::condition).thenComparing(Discount::kind);

  public Discount {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(condition, "condition");
  }

  /** Discounts in the order in which they are taken off; equal ones as they stand. */
  public static List<Discount> inOrder(List<Discount> discounts) {
    return discounts.stream().sorted(ORDER).toList();
  }

  /** Whether it reduces a price. */
  public boolean reduces(PriceKind priceKind, String price) {
    return scope.covers(priceKind) && (priceCode == null || priceCode.equals(price));
  }
}
