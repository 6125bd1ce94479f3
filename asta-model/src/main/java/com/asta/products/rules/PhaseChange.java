package com.asta.products.rules;

import java.util.List;

/** The answer to a wished change of a subscription. */
public sealed interface PhaseChange {

  /** The phases that the subscription has after the change. */
  record Applied(List<PhaseSpan> phases) implements PhaseChange {
    public Applied {
      phases = List.copyOf(phases);
    }
  }

  /** The change is not possible, and the subscription stays as it is. */
  record Refused(ChangeRefusal reason) implements PhaseChange {}
}
