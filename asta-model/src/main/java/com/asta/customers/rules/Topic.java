package com.asta.customers.rules;

/** What an interaction is about, by the operator's processes (eTOM). */
public enum Topic {
  OFFERING,
  PROVISIONING,
  ASSURANCE,
  BILLING,
  OTHER
}
