package com.asta.products.rules;

/** The state of one item of an order. */
public enum ItemStatus {
  /** To be fulfilled. */
  PENDING,
  /** Delivered. */
  COMPLETED,
  /** Given up before delivery. */
  CANCELLED
}
