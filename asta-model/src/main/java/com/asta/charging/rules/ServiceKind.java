package com.asta.charging.rules;

/** What is used; it fixes the unit in which usage is counted. */
public enum ServiceKind {
  VOICE("s"),
  MESSAGE("msg"),
  DATA("octet"),
  /** Anything else that is counted: content, kilowatt-hours, parking hours. */
  UNIT("unit");

  private final String unit;

  ServiceKind(String unit) {
    this.unit = unit;
  }

  /** Unit of usage: seconds, messages, octets or plain units. */
  public String unit() {
    return unit;
  }
}
