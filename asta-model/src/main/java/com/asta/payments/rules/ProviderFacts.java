package com.asta.payments.rules;

import java.time.Instant;
import java.util.Objects;

/**
 * What is known of an order at a provider. Facts only add up: each component keeps its greatest
 * value, so the order in which facts arrive, and how often, makes no difference.
 *
 * @param told the heaviest state the provider told; the initial one while it told none
 * @param toldAt when the provider last spoke; null if it never did
 * @param timedOutAt when the provider was last asked in vain; null if it always answered
 */
public record ProviderFacts<S extends Enum<S> & ProviderState<S>>(
    S told, Instant toldAt, Instant timedOutAt) {
  public ProviderFacts {
    Objects.requireNonNull(told, "told");
    if (told == told.unknown()) {
      throw new IllegalArgumentException("A provider never tells " + told);
    }
  }

  /** Nothing but our own record. */
  public static <S extends Enum<S> & ProviderState<S>> ProviderFacts<S> none(S initial) {
    return new ProviderFacts<>(initial, null, null);
  }

  /** The provider tells a state, by an answer or by itself. */
  public ProviderFacts<S> told(S state, Instant at) {
    return new ProviderFacts<>(
        state.compareTo(told) > 0 ? state : told, later(toldAt, at), timedOutAt);
  }

  /** The provider was asked at an instant and did not answer. */
  public ProviderFacts<S> timedOut(Instant at) {
    return new ProviderFacts<>(told, toldAt, later(timedOutAt, at));
  }

  /** What follows from the facts: final if a final state was told, unknown if it fell silent. */
  public S state() {
    if (told.isFinal()) {
      return told;
    }
    boolean silent = timedOutAt != null && (toldAt == null || timedOutAt.isAfter(toldAt));
    return silent ? told.unknown() : told;
  }

  private static Instant later(Instant one, Instant other) {
    return one == null || other.isAfter(one) ? other : one;
  }
}
