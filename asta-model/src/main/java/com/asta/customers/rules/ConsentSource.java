package com.asta.customers.rules;

/** Where a consent was given or withdrawn. */
public enum ConsentSource {
  STAFF,
  SELF_CARE,
  LINK
}
