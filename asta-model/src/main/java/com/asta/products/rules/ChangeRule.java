package com.asta.products.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Up-sell and resignation: how they cut the phases of a subscription.
 *
 * <p>Laws: phases stay in order and without gaps, days before the change keep their offer, and a
 * refusal changes nothing.
 */
public final class ChangeRule {

  private ChangeRule() {}

  /**
   * Moves a subscription to a bigger offer of the same kind: the old phase ends where the new one
   * begins. An offer is bigger when it costs more a month.
   *
   * @param from the first day of the new offer, today or later
   */
  public static PhaseChange upsell(
      SubscriptionFacts subscription,
      OfferFacts current,
      OfferFacts wished,
      LocalDate from,
      LocalDate today) {
    ChangeRefusal refusal = upsellRefusal(subscription, current, wished, from, today);
    if (refusal != null) {
      return new PhaseChange.Refused(refusal);
    }
    List<PhaseSpan> phases = new ArrayList<>(subscription.phases());
    PhaseSpan last = phases.remove(phases.size() - 1);
    if (from.isAfter(last.start())) {
      phases.add(last.endedOn(from));
    }
    phases.add(new PhaseSpan(wished.offerVersionId(), from, last.end()));
    return new PhaseChange.Applied(phases);
  }

  /**
   * Ends a subscription: the phase that holds the day is cut, later ones fall away.
   *
   * @param on the first day without service, today or later, and after the first day of service
   */
  public static PhaseChange resign(SubscriptionFacts subscription, LocalDate on, LocalDate today) {
    ChangeRefusal refusal = resignRefusal(subscription, on, today);
    if (refusal != null) {
      return new PhaseChange.Refused(refusal);
    }
    return end(subscription, on);
  }

  /**
   * Cuts the phases on a day without asking whether that is allowed, as for the members of a bundle
   * that ends. A subscription that would never have begun keeps its first day.
   */
  public static PhaseChange.Applied end(SubscriptionFacts subscription, LocalDate on) {
    LocalDate last = on.isAfter(subscription.start()) ? on : subscription.start().plusDays(1);
    List<PhaseSpan> phases = new ArrayList<>();
    for (PhaseSpan phase : subscription.phases()) {
      if (phase.start().isBefore(last)) {
        boolean cut = phase.end() == null || phase.end().isAfter(last);
        phases.add(cut ? phase.endedOn(last) : phase);
      }
    }
    return new PhaseChange.Applied(phases);
  }

  private static ChangeRefusal upsellRefusal(
      SubscriptionFacts subscription,
      OfferFacts current,
      OfferFacts wished,
      LocalDate from,
      LocalDate today) {
    if (subscription.status() != SubscriptionStatus.ACTIVE) {
      return ChangeRefusal.NOT_ACTIVE;
    }
    if (subscription.included()) {
      return ChangeRefusal.PART_OF_BUNDLE;
    }
    if (subscription.bundle() || wished.bundle()) {
      return ChangeRefusal.BUNDLE_NOT_CHANGEABLE;
    }
    if (subscription.endsOn() != null) {
      return ChangeRefusal.ALREADY_ENDING;
    }
    ChangeRefusal offer = offerRefusal(current, wished);
    if (offer != null) {
      return offer;
    }
    if (from.isBefore(today)) {
      return ChangeRefusal.BACKDATED;
    }
    if (from.isBefore(subscription.start())) {
      return ChangeRefusal.BEFORE_START;
    }
    return from.isBefore(subscription.last().start()) ? ChangeRefusal.CHANGE_PENDING : null;
  }

  private static ChangeRefusal offerRefusal(OfferFacts current, OfferFacts wished) {
    if (current.offerVersionId() == wished.offerVersionId()
        || current.code().equals(wished.code())) {
      return ChangeRefusal.SAME_OFFER;
    }
    if (current.fulfilment() != wished.fulfilment() || current.prepaid() != wished.prepaid()) {
      return ChangeRefusal.OTHER_KIND;
    }
    return wished.monthlyNet().compareTo(current.monthlyNet()) > 0
        ? null
        : ChangeRefusal.NOT_BIGGER;
  }

  private static ChangeRefusal resignRefusal(
      SubscriptionFacts subscription, LocalDate on, LocalDate today) {
    if (subscription.status() == SubscriptionStatus.TERMINATED) {
      return ChangeRefusal.NOT_ACTIVE;
    }
    if (subscription.included()) {
      return ChangeRefusal.PART_OF_BUNDLE;
    }
    if (subscription.endsOn() != null) {
      return ChangeRefusal.ALREADY_ENDING;
    }
    if (on.isBefore(today)) {
      return ChangeRefusal.BACKDATED;
    }
    return on.isAfter(subscription.start()) ? null : ChangeRefusal.BEFORE_START;
  }
}
