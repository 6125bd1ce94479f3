package com.asta.customers.rules;

/** How a customer is reached besides by post. */
public enum ContactKind {
  EMAIL,
  PHONE
}
