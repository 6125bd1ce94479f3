package com.asta.payments.rules;

/** What dunning does next with an account. */
public sealed interface DunningDecision {
  /** Carry out the next level. */
  record Advance(int to) implements DunningDecision {}

  /** The debts of the case are paid: it ends, and a bar with it. */
  record Close() implements DunningDecision {}

  /** Nothing to do now. */
  record Wait(int deserved) implements DunningDecision {}
}
