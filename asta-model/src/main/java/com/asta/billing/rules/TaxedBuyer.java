package com.asta.billing.rules;

import java.util.Objects;
import java.util.Optional;

/**
 * Who buys, as far as the tax is concerned.
 *
 * @param country ISO 3166 code of the buyer's address
 * @param region {@link TaxRule#EU} for other member states, {@link TaxRule#WORLD} for the rest of
 *     the world, empty at home
 */
public record TaxedBuyer(BuyerClass buyers, String country, String region) {
  public TaxedBuyer {
    Objects.requireNonNull(buyers, "buyers");
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(region, "region");
  }

  /**
   * Classifies a buyer.
   *
   * @param vatId as typed; counts only if it is valid and of another member state
   * @param home the seller's country
   */
  public static TaxedBuyer of(boolean organisation, String country, String vatId, String home) {
    boolean abroad = !country.equals(home);
    String region = !abroad ? "" : VatId.isMember(country) ? TaxRule.EU : TaxRule.WORLD;
    Optional<VatId> valid = VatId.parse(vatId).filter(id -> !id.country().equals(home));
    if (organisation && region.equals(TaxRule.EU) && valid.isPresent()) {
      return new TaxedBuyer(BuyerClass.EU_BUSINESS, country, region);
    }
    return new TaxedBuyer(
        organisation ? BuyerClass.BUSINESS : BuyerClass.CONSUMER, country, region);
  }

  /** A private person at home. */
  public static TaxedBuyer consumer(String home) {
    return new TaxedBuyer(BuyerClass.CONSUMER, home, "");
  }
}
