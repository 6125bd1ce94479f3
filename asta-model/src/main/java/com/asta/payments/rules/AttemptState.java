package com.asta.payments.rules;

/** How far an attempt to pay through a provider is; the order of the constants is their weight. */
public enum AttemptState implements ProviderState<AttemptState> {
  /** Recorded here; the provider was not reached yet. */
  NEW,
  /** The provider did not answer: it may have taken the money or not. */
  UNKNOWN,
  /** The provider knows the order; the customer has to pay. */
  PENDING,
  /** The money is reserved and waits for us to take it. */
  WAITING_FOR_CONFIRMATION,
  /** Given up before any money moved. */
  CANCELLED,
  /** Refused by the provider or by the customer's bank. */
  REJECTED,
  /** The money is taken; the heaviest, whatever else is told. */
  COMPLETED;

  @Override
  public boolean isFinal() {
    return compareTo(CANCELLED) >= 0;
  }

  @Override
  public AttemptState unknown() {
    return UNKNOWN;
  }
}
