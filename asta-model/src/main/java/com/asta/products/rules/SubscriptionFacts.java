package com.asta.products.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * A subscription as the change rules see it.
 *
 * @param included whether a bundle's price covers it, so that only the bundle can change
 * @param bundle whether it is itself a bundle
 * @param phases in order of time, without gaps
 * @param endsOn the day a resignation ends it, or null
 */
public record SubscriptionFacts(
    SubscriptionStatus status,
    boolean included,
    boolean bundle,
    List<PhaseSpan> phases,
    LocalDate endsOn) {

  public SubscriptionFacts {
    phases = List.copyOf(phases);
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("a subscription without phases, status " + status);
    }
  }

  /** The first day of the subscription. */
  public LocalDate start() {
    return phases.get(0).start();
  }

  /** The latest phase, perhaps one that has not begun. */
  public PhaseSpan last() {
    return phases.get(phases.size() - 1);
  }
}
