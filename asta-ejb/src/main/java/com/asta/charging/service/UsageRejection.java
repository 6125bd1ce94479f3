package com.asta.charging.service;

/** Why a readable line of usage is not rated; what cannot be read has a {@code CdrLine.Fault}. */
enum UsageRejection {
  UNKNOWN_SUBSCRIBER,
  PREPAID_SUBSCRIBER,
  NO_TARIFF,
  TIME_OUT_OF_RANGE,
  /** Older than what is still billed. */
  TOO_LATE,
  UNITS_OUT_OF_RANGE,
  UNRATED_DESTINATION,
  UNRATED_SERVICE,
  PRICE_TOO_HIGH,
  NOT_RATABLE
}
