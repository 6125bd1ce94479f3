package com.asta.customers.rules;

/** What a customer is (TMF632 Party). */
public enum CustomerKind {
  INDIVIDUAL,
  ORGANISATION
}
