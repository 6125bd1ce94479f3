package com.asta.billing.service;

import com.asta.billing.rules.ChargeKey;
import com.asta.billing.rules.SubscribedCharge;
import com.asta.billing.rules.Texts;
import com.asta.common.Money;
import com.asta.products.rules.PriceKind;
import com.asta.products.service.OfferCard;
import com.asta.products.service.PriceCard;
import com.asta.products.service.SubscribedPhase;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

/** Turns offers and phases of products into what the rules of billing take. */
final class Charges {
  private Charges() {}

  /**
   * The prices a phase is billed by. One-time fees belong to the phase with which a subscription
   * begins; prepaid offers are paid from the balance, not by a bill.
   */
  static Stream<SubscribedCharge> of(
      SubscribedPhase phase, OfferCard offer, Map<ChargeKey, LocalDate> billedUntil) {
    boolean first = phase.from().equals(phase.activatedOn());
    return billed(offer)
        .filter(price -> first || price.kind() == PriceKind.RECURRING)
        .map(
            price -> {
              ChargeKey key = new ChargeKey(phase.subscriptionId(), phase.from(), price.id());
              LocalDate billed = billedUntil.getOrDefault(key, phase.from());
              return charge(key, phase.to(), offer, phase.serviceId(), price, billed);
            });
  }

  /** A billed charge whose phase is gone: what was billed of it is given back. */
  static Stream<SubscribedCharge> withdrawn(BillInputs.Charged charged, OfferCard offer) {
    return billed(offer)
        .filter(price -> price.id() == charged.key().priceId())
        .map(
            price ->
                charge(
                    charged.key(),
                    charged.key().phaseFrom(),
                    offer,
                    charged.serviceId(),
                    price,
                    charged.until()));
  }

  private static Stream<PriceCard> billed(OfferCard offer) {
    return offer.prepaid()
        ? Stream.empty()
        : offer.prices().stream().filter(price -> price.kind() != PriceKind.USAGE);
  }

  private static SubscribedCharge charge(
      ChargeKey key,
      LocalDate until,
      OfferCard offer,
      String serviceId,
      PriceCard price,
      LocalDate billedUntil) {
    return new SubscribedCharge(
        key,
        until,
        offer.offerVersionId(),
        serviceId,
        price.kind() == PriceKind.ONE_TIME ? 0 : 1,
        Money.of(price.amount(), price.currency()),
        price.inAdvance(),
        billedUntil,
        new Texts(price.nameEn(), price.namePl()),
        price.vatCategory());
  }
}
