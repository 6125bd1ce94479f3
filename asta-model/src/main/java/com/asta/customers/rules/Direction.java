package com.asta.customers.rules;

/** Who turned to whom: the customer to the operator is {@code INBOUND} (TMF683). */
public enum Direction {
  INBOUND,
  OUTBOUND
}
