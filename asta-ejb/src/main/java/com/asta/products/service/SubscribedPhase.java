package com.asta.products.service;

import java.time.LocalDate;
import java.util.Set;

/**
 * A stretch of days that a subscription is billed by an offer version; half-open, to is null while
 * open. Members covered by a bundle's price have none.
 *
 * @param endsOn the day a resignation ends the subscription, or null
 * @param promotions the promotions that the subscription was sold with
 */
public record SubscribedPhase(
    long subscriptionId,
    long accountId,
    long offerVersionId,
    LocalDate from,
    LocalDate to,
    String serviceId,
    LocalDate activatedOn,
    LocalDate endsOn,
    Set<String> promotions) {

  public SubscribedPhase {
    promotions = Set.copyOf(promotions);
  }

  /** A phase of a subscription that was sold without promotions and is not resigned. */
  public SubscribedPhase(
      long subscriptionId,
      long accountId,
      long offerVersionId,
      LocalDate from,
      LocalDate to,
      String serviceId,
      LocalDate activatedOn) {
    this(
        subscriptionId,
        accountId,
        offerVersionId,
        from,
        to,
        serviceId,
        activatedOn,
        null,
        Set.of());
  }
}
