package com.asta.charging.rules;

/** What is used; it fixes the unit in which usage is counted. */
public enum ServiceKind {
  VOICE("s"),
  MESSAGE("msg"),
  DATA("octet");

  private final String unit;

  ServiceKind(String unit) {
    this.unit = unit;
  }

  /** Unit of usage: seconds, messages or octets. */
  public String unit() {
    return unit;
  }
}
