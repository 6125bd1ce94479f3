package com.asta.products.rules;

/** What an order asks for (TMF622 {@code action}). */
public enum OrderAction {
  /** New subscriptions. */
  ADD,
  /** Another offer for a running subscription. */
  MODIFY,
  /** The end of a subscription. */
  TERMINATE
}
