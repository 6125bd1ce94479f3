package com.asta.payments.rules;

/** How far a refund through a provider is; the order of the constants is their weight. */
public enum ProviderRefundState implements ProviderState<ProviderRefundState> {
  /** Waits for a second person; the provider knows nothing of it. */
  REQUESTED,
  /** The second person said no. */
  DENIED,
  /** Booked here; the provider was not reached yet. */
  NEW,
  /** The provider did not answer: it may pay back or not. */
  UNKNOWN,
  /** The provider pays it back. */
  PENDING,
  /** The provider refused. */
  REJECTED,
  /** The customer has the money; the heaviest. */
  COMPLETED;

  @Override
  public boolean isFinal() {
    return this == DENIED || compareTo(REJECTED) >= 0;
  }

  @Override
  public ProviderRefundState unknown() {
    return UNKNOWN;
  }
}
