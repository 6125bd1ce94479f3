package com.asta.payments.rules;

/**
 * A state that a payment provider decides on. The constants of an implementation stand in the order
 * of their weight: of two that were told, the later constant holds.
 */
public interface ProviderState<S extends Enum<S>> {
  /** Whether nothing may follow, apart from a heavier final state. */
  boolean isFinal();

  /** The state of not knowing: the provider was asked and did not answer. */
  S unknown();
}
