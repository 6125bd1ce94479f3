package com.asta.products.rules;

/** What has to happen in the network before an offer works for the customer. */
public enum FulfilmentKind {
  /** Nothing: the sale itself is enough. */
  NONE,
  /** A router from stock and a line in the network; a workflow takes days. */
  FIBRE,
  /** A telephone number; the line works at once. */
  MOBILE;

  /** Whether a subscription needs a telephone number of its own. */
  public boolean needsNumber() {
    return this == MOBILE;
  }

  /** Whether the order waits for the process {@code order-fulfilment}. */
  public boolean needsProcess() {
    return this == FIBRE;
  }
}
