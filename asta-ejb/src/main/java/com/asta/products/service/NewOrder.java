package com.asta.products.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What a customer wants to buy.
 *
 * @param requestKey chosen by the caller; a second order with the same key is the first one again
 * @param wishedOn the first day of service asked for
 * @param promotions the codes to redeem, as typed
 */
public record NewOrder(
    String requestKey,
    long accountId,
    List<Item> items,
    LocalDate wishedOn,
    List<String> promotions) {

  public NewOrder {
    Objects.requireNonNull(wishedOn, "wishedOn");
    items = List.copyOf(items);
    promotions = List.copyOf(promotions);
    if (requestKey == null || requestKey.isBlank()) {
      throw new IllegalArgumentException("an order needs a request key, not '" + requestKey + "'");
    }
  }

  /** An order without promotions. */
  public NewOrder(String requestKey, long accountId, List<Item> items, LocalDate wishedOn) {
    this(requestKey, accountId, items, wishedOn, List.of());
  }

  /**
   * One offer.
   *
   * @param serviceId the telephone number of a mobile offer, or of the first mobile member of a
   *     bundle; otherwise null
   * @param members chosen quantities of a bundle's members; a member not named keeps its default
   */
  public record Item(long offerVersionId, String serviceId, List<Member> members) {
    public Item {
      members = List.copyOf(members);
    }

    /** An offer, or a bundle with its default members. */
    public Item(long offerVersionId, String serviceId) {
      this(offerVersionId, serviceId, List.of());
    }
  }

  /**
   * How many of a member of a bundle.
   *
   * @param serviceIds their telephone numbers, when they need some
   */
  public record Member(String offerCode, int quantity, List<String> serviceIds) {
    public Member {
      serviceIds = List.copyOf(serviceIds);
    }
  }
}
