package com.asta.customers.rules;

/** Why two parties may be the same, the strongest sign first. */
public enum Likeness {
  NIP,
  EMAIL,
  PHONE,
  NAME_AND_ADDRESS
}
