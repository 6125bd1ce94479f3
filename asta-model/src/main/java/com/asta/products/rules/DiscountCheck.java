package com.asta.products.rules;

import com.asta.products.rules.PublicationProblem.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with the discounts of a draft. */
final class DiscountCheck {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private DiscountCheck() {}

  static List<PublicationProblem> problems(OfferDesign draft, Set<String> promotions) {
    List<PublicationProblem> problems = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (Discount discount : draft.discounts()) {
      if (isBlank(discount.code()) || !codes.add(discount.code())) {
        add(problems, Kind.DISCOUNT_CODE_REPEATED, discount);
      }
      if (isBlank(discount.nameEn()) || isBlank(discount.namePl())) {
        add(problems, Kind.NAME_MISSING, discount);
      }
      if (!isValued(discount)) {
        add(problems, Kind.DISCOUNT_VALUE, discount);
      }
      if (discount.fromMonth() < 1 || discount.months() != null && discount.months() < 1) {
        add(problems, Kind.DISCOUNT_MONTHS, discount);
      }
      if (draft.prices().stream().noneMatch(p -> discount.reduces(p.kind(), p.code()))) {
        add(problems, Kind.DISCOUNT_OF_NOTHING, discount);
      }
      if (!isConditioned(discount)) {
        add(problems, Kind.DISCOUNT_CONDITION, discount);
      } else if (discount.condition() == DiscountCondition.PROMOTION
          && !promotions.contains(discount.subject())) {
        problems.add(new PublicationProblem(Kind.PROMOTION_UNKNOWN, discount.subject()));
      }
    }
    return problems;
  }

  private static boolean isValued(Discount discount) {
    BigDecimal value = discount.value();
    return value != null
        && value.signum() > 0
        && (discount.kind() == DiscountKind.ABSOLUTE || value.compareTo(ALL) <= 0);
  }

  /** A condition has what it counts or names; usage is counted only for what usage costs. */
  private static boolean isConditioned(Discount discount) {
    DiscountCondition condition = discount.condition();
    if (condition == DiscountCondition.USAGE && discount.scope() != DiscountScope.USAGE) {
      return false;
    }
    boolean counts = discount.threshold() != null && discount.threshold().signum() > 0;
    return (!condition.hasThreshold() || counts)
        && (!condition.hasSubject() || !isBlank(discount.subject()));
  }

  private static void add(List<PublicationProblem> problems, Kind kind, Discount discount) {
    problems.add(new PublicationProblem(kind, discount.code()));
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
