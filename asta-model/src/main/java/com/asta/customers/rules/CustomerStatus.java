package com.asta.customers.rules;

/** Where a customer stands with the operator (TMF629). */
public enum CustomerStatus {
  ACTIVE,
  CLOSED
}
