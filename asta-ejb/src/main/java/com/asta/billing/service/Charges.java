package com.asta.billing.service;

import com.asta.billing.rules.ChargeKey;
import com.asta.billing.rules.SubscribedCharge;
import com.asta.billing.rules.SubscribedTerms;
import com.asta.billing.rules.Texts;
import com.asta.common.Money;
import com.asta.products.rules.PriceKind;
import com.asta.products.service.OfferCard;
import com.asta.products.service.PriceCard;
import com.asta.products.service.SubscribedPhase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Turns offers and phases of products into what the rules of billing take. */
final class Charges {
  private Charges() {}

  /**
   * The prices a phase is billed by. One-time fees and deposits belong to the phase with which a
   * subscription begins, penalties to the one with which it ends; prepaid offers are paid from the
   * balance, not by a bill.
   */
  static Stream<SubscribedCharge> of(
      SubscribedPhase phase, OfferCard offer, Map<ChargeKey, LocalDate> billedUntil) {
    boolean first = phase.from().equals(phase.activatedOn());
    boolean last = phase.endsOn() != null && phase.endsOn().equals(phase.to());
    return billed(offer)
        .filter(price -> first || price.kind() == PriceKind.PENALTY || price.kind().recurs())
        .map(
            price -> {
              ChargeKey key = new ChargeKey(phase.subscriptionId(), phase.from(), price.id());
              LocalDate billed = billedUntil.getOrDefault(key, phase.from());
              LocalDate until = price.kind() == PriceKind.PENALTY && !last ? null : phase.to();
              return charge(key, until, offer, phase.serviceId(), price, billed);
            });
  }

  /** A billed charge whose phase is gone: what was billed of it is given back. */
  static Stream<SubscribedCharge> withdrawn(Charged charged, OfferCard offer) {
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

  /** What discounts are decided by: every phase, and those that were billed and are gone. */
  static List<SubscribedTerms> terms(
      List<SubscribedPhase> phases, List<Charged> charged, Map<Long, OfferCard> offers) {
    Map<Map.Entry<Long, LocalDate>, SubscribedTerms> terms = new LinkedHashMap<>();
    Map<Long, Set<String>> promotions = new HashMap<>();
    for (SubscribedPhase phase : phases) {
      promotions.put(phase.subscriptionId(), phase.promotions());
      terms.put(
          Map.entry(phase.subscriptionId(), phase.from()),
          terms(
              phase.subscriptionId(),
              phase.from(),
              phase.to(),
              offers.get(phase.offerVersionId()),
              phase.promotions()));
    }
    for (Charged gone : charged) {
      long id = gone.key().subscriptionId();
      LocalDate from = gone.key().phaseFrom();
      OfferCard offer = offers.get(gone.offerVersionId());
      if (offer != null) {
        terms.computeIfAbsent(
            Map.entry(id, from),
            key -> terms(id, from, from, offer, promotions.getOrDefault(id, Set.of())));
      }
    }
    return List.copyOf(terms.values());
  }

  private static SubscribedTerms terms(
      long subscriptionId, LocalDate from, LocalDate until, OfferCard offer, Set<String> codes) {
    return new SubscribedTerms(
        subscriptionId,
        from,
        until,
        offer.offerVersionId(),
        offer.code(),
        codes,
        offer.discounts());
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
        price.kind(),
        price.code(),
        until,
        offer.offerVersionId(),
        serviceId,
        price.recurrence(),
        price.proration(),
        price.termMonths() == null ? 0 : price.termMonths(),
        Money.of(amount(price, offer), price.currency()),
        price.inAdvance(),
        billedUntil,
        new Texts(price.nameEn(), price.namePl()),
        price.vatCategory());
  }

  /** A penalty without an amount of its own is the monthly prices of the whole term. */
  private static BigDecimal amount(PriceCard price, OfferCard offer) {
    if (price.amount() != null) {
      return price.amount();
    }
    return offer.prices().stream()
        .filter(each -> each.kind() == PriceKind.RECURRING)
        .map(each -> each.recurrence().monthly(each.amount()))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .multiply(BigDecimal.valueOf(price.termMonths()));
  }
}
