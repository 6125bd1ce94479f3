package com.asta.products.service;

import com.asta.common.event.Event;
import com.asta.common.service.AuditLog;
import com.asta.common.service.Outbox;
import com.asta.products.event.SubscriptionChanged;
import com.asta.products.event.SubscriptionResigned;
import com.asta.products.model.OfferVersion;
import com.asta.products.model.Subscription;
import com.asta.products.rules.ChangeRule;
import com.asta.products.rules.PhaseChange;
import com.asta.products.rules.PhaseSpan;
import com.asta.products.rules.SubscriptionFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies what the change rules decide to the stored subscriptions. */
@ApplicationScoped
class Changes {
  @Inject private Offers offers;
  @Inject private Subscriptions subscriptions;
  @Inject private Outbox outbox;
  @Inject private AuditLog audit;

  /** The version that the latest phase of a subscription is on. */
  OfferVersion latest(Subscription subscription) {
    return offers.version(subscription.facts(false).last().offerVersionId());
  }

  /** The offers on sale on a day to which a subscription could move then. */
  List<OfferVersion> bigger(long subscriptionId, LocalDate from, LocalDate today) {
    Subscription subscription = subscriptions.find(subscriptionId);
    OfferVersion current = latest(subscription);
    SubscriptionFacts facts = subscription.facts(current.isBundle());
    return offers.soldOn(from).stream()
        .filter(
            wished ->
                ChangeRule.upsell(facts, Offers.facts(current), Offers.facts(wished), from, today)
                    instanceof PhaseChange.Applied)
        .sorted(Comparator.comparing(Offers::monthly))
        .toList();
  }

  /** Moves a subscription to a bigger offer from a day on. */
  void upsell(Subscription subscription, OfferVersion wished, LocalDate from, LocalDate today) {
    OfferVersion current = latest(subscription);
    SubscriptionFacts facts = subscription.facts(current.isBundle());
    subscription.follow(
        applied(
            ChangeRule.upsell(facts, Offers.facts(current), Offers.facts(wished), from, today),
            wished.getCode()));
    audit.record(
        SubscriptionService.SUBJECT,
        subscription.getId(),
        "changed",
        "offer",
        current.getCode(),
        wished.getCode() + " " + from);
    outbox.publish(
        new SubscriptionChanged(
            subscription.getId(),
            subscription.getAccountId(),
            subscription.getCustomerId(),
            current.getId(),
            wished.getId(),
            from));
  }

  /** Ends a subscription, and with a bundle its members. */
  void resign(Subscription subscription, LocalDate on, LocalDate today) {
    OfferVersion current = latest(subscription);
    SubscriptionFacts facts = subscription.facts(current.isBundle());
    List<Event> events = new ArrayList<>();
    end(
        subscription,
        applied(ChangeRule.resign(facts, on, today), current.getCode()),
        on,
        today,
        events);
    for (Subscription member : subscriptions.membersOf(subscription.getId())) {
      if (member.getEndsOn() == null) {
        PhaseChange change = ChangeRule.end(member.facts(false), on);
        end(member, applied(change, current.getCode()), on, today, events);
      }
    }
    outbox.publishAll(events);
  }

  private void end(
      Subscription subscription,
      List<PhaseSpan> phases,
      LocalDate on,
      LocalDate today,
      List<Event> events) {
    subscription.resign(phases, on, today);
    audit.record(
        SubscriptionService.SUBJECT,
        subscription.getId(),
        "resigned",
        "endsOn",
        null,
        on.toString());
    events.add(
        new SubscriptionResigned(
            subscription.getId(), subscription.getAccountId(), subscription.getCustomerId(), on));
  }

  private static List<PhaseSpan> applied(PhaseChange change, String offerCode) {
    if (change instanceof PhaseChange.Refused refused) {
      throw ProductsRefused.of(refused.reason(), offerCode);
    }
    return ((PhaseChange.Applied) change).phases();
  }
}
