package com.asta.billing.service;

import com.asta.products.service.SubscribedPhase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What an order that is not confirmed would do to an account's services. Applied to the phases that
 * a bill is made of, so that the bill with the order is calculated like any other.
 */
sealed interface Plan {
  /** No order at all. */
  Plan NOTHING = new Sold(0, List.of(), LocalDate.EPOCH, Set.of());

  /** The phases as they would be. */
  List<SubscribedPhase> applied(Collection<SubscribedPhase> phases);

  /** New services, one for each offer version; their ids are below zero. */
  record Sold(long accountId, List<Long> offerVersionIds, LocalDate start, Set<String> promotions)
      implements Plan {
    @Override
    public List<SubscribedPhase> applied(Collection<SubscribedPhase> phases) {
      List<SubscribedPhase> all = new ArrayList<>(phases);
      long id = 0;
      for (long version : offerVersionIds) {
        id--;
        all.add(
            new SubscribedPhase(
                id, accountId, version, start, null, null, start, null, promotions));
      }
      return all;
    }
  }

  /** A subscription moves to another offer version. */
  record Changed(long subscriptionId, long offerVersionId, LocalDate from) implements Plan {
    @Override
    public List<SubscribedPhase> applied(Collection<SubscribedPhase> phases) {
      List<SubscribedPhase> all = new ArrayList<>();
      for (SubscribedPhase phase : phases) {
        if (phase.subscriptionId() != subscriptionId) {
          all.add(phase);
        } else if (phase.from().isBefore(from)) {
          boolean goesOn = phase.to() == null || phase.to().isAfter(from);
          all.add(goesOn ? ended(phase, from, phase.endsOn()) : phase);
          if (goesOn) {
            all.add(
                new SubscribedPhase(
                    subscriptionId,
                    phase.accountId(),
                    offerVersionId,
                    from,
                    null,
                    phase.serviceId(),
                    phase.activatedOn(),
                    phase.endsOn(),
                    phase.promotions()));
          }
        }
      }
      return all;
    }
  }

  /** A subscription ends. */
  record Resigned(long subscriptionId, LocalDate endsOn) implements Plan {
    @Override
    public List<SubscribedPhase> applied(Collection<SubscribedPhase> phases) {
      return phases.stream()
          .filter(p -> p.subscriptionId() != subscriptionId || p.from().isBefore(endsOn))
          .map(p -> p.subscriptionId() == subscriptionId ? ended(p, endsOn, endsOn) : p)
          .toList();
    }
  }

  private static SubscribedPhase ended(SubscribedPhase phase, LocalDate on, LocalDate resigned) {
    LocalDate to = phase.to() == null || phase.to().isAfter(on) ? on : phase.to();
    return new SubscribedPhase(
        phase.subscriptionId(),
        phase.accountId(),
        phase.offerVersionId(),
        phase.from(),
        to,
        phase.serviceId(),
        phase.activatedOn(),
        resigned,
        phase.promotions());
  }
}
