package com.asta.products.rules;

/**
 * A reason why a draft may not be published.
 *
 * @param kind what is wrong; also the message key
 * @param subject the price, member or version that it concerns
 */
public record PublicationProblem(Kind kind, String subject) {

  /** The kinds of problems. */
  public enum Kind {
    NAME_MISSING,
    VALIDITY_EMPTY,
    OVERLAPS_VERSION,
    NOTHING_TO_CHARGE,
    PRICE_CODE_REPEATED,
    PRICE_AMOUNT_MISSING,
    PRICE_NEGATIVE,
    PRICE_CURRENCY,
    VAT_CATEGORY_MISSING,
    TARIFF_MISSING,
    TARIFF_UNKNOWN,
    PREPAID_RECURRING,
    PRORATION_OF_WEEKS,
    TERM_MISSING,
    PENALTY_OF_NOTHING,
    DISCOUNT_CODE_REPEATED,
    DISCOUNT_VALUE,
    DISCOUNT_MONTHS,
    DISCOUNT_OF_NOTHING,
    DISCOUNT_CONDITION,
    PROMOTION_UNKNOWN,
    MEMBER_REPEATED,
    MEMBER_CARDINALITY,
    MEMBER_NOT_SOLD,
    MEMBER_IS_BUNDLE
  }
}
