package com.asta.payments.rules;

import java.util.List;

/**
 * The rules that find a payment's customer, in the order they are tried.
 *
 * @param order each at most once; what is left out is not tried
 */
public record MatchPolicy(List<MatchRule> order) {
  /** Every rule in its usual order. */
  public static final MatchPolicy USUAL =
      new MatchPolicy(
          List.of(
              MatchRule.VIRTUAL_ACCOUNT,
              MatchRule.ACCOUNT_NUMBER,
              MatchRule.DOCUMENT_NUMBER,
              MatchRule.AMOUNT_AND_PAYER,
              MatchRule.SUM_OF_DOCUMENTS));

  public MatchPolicy {
    order = List.copyOf(order);
    if (!order.stream().allMatch(MatchRule::isAutomatic)
        || order.stream().distinct().count() < order.size()) {
      throw new IllegalArgumentException("Not an order of automatic rules: " + order);
    }
  }
}
