package com.asta.payments.rules;

/** How an attempt to pay is begun. */
public enum PayChannel {
  /** On the provider's page, where the customer chooses how. */
  PAGE,
  /** With a BLIK code typed here and confirmed in the bank's app. */
  BLIK,
  /** With a card saved at the provider. */
  CARD
}
