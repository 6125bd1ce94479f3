package com.asta.charging.service;

import com.asta.common.Refusal;

/** What charging refuses at its boundary. */
public class ChargingRefused extends Refusal {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    CODE_TAKEN,
    UNKNOWN_TARIFF,
    VERSION_PUBLISHED,
    TARIFF_FAULTY,
    WRONG_TARIFF_VALUE,
    VALIDITY_TAKEN,
    DRAFT_EXISTS,
    UNKNOWN_ACCOUNT,
    UNKNOWN_BATCH,
    TOO_MANY_VOUCHERS,
    EXPIRY_PASSED,
    NOT_YOURS,
    UNKNOWN_FILE_KIND
  }

  public ChargingRefused(Reason reason, Object... arguments) {
    super(reason, arguments);
  }
}
