package com.asta.billing.rules;

import com.asta.products.rules.Discount;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What was agreed for a subscribed phase beyond its prices.
 *
 * @param until first day the phase no longer covers; null while open
 * @param promotions the promotions whose codes were redeemed for the subscription
 * @param discounts of the offer version, in the order in which they are taken off
 */
public record SubscribedTerms(
    long subscriptionId,
    LocalDate from,
    LocalDate until,
    long offerVersionId,
    String offerCode,
    Set<String> promotions,
    List<Discount> discounts) {
  public SubscribedTerms {
    promotions = Set.copyOf(promotions);
    discounts = Discount.inOrder(discounts);
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }
}
