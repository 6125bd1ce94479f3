package com.asta.charging.model;

/** Life of a prepaid account. */
public enum ChargingAccountStatus {
  ACTIVE,
  BARRED,
  CLOSED
}
