package com.asta.payments.rules;

/** What dunning does next with an account. */
public sealed interface DunningDecision {
  /** Carry out the next level. */
  record Advance(DunningLevel to) implements DunningDecision {}

  /** Nothing is overdue any more: the case ends. */
  record Close(boolean unbar) implements DunningDecision {}

  /** Nothing to do now. */
  record Wait(DunningLevel deserved) implements DunningDecision {}
}
