package com.asta.charging.model;

/** Life of a prepaid account. */
public enum ChargingAccountStatus {
  ACTIVE,
  /** To be recharged before it may be used again. */
  GRACE,
  BARRED,
  CLOSED
}
