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
    DRAFT_CHANGED,
    UNKNOWN_ZONE,
    TARIFF_DOUBTFUL,
    BEFORE_TODAY,
    UNKNOWN_ACCOUNT,
    UNKNOWN_BATCH,
    TOO_MANY_VOUCHERS,
    EXPIRY_PASSED,
    NOT_YOURS,
    UNKNOWN_REPRICING,
    UNKNOWN_CUSTOMER,
    REASON_MISSING,
    WRONG_MONTHS,
    NOT_IN_REVIEW,
    UNKNOWN_FILE_KIND,
    UNKNOWN_VOUCHER,
    VOUCHER_SPENT,
    UNKNOWN_ADJUSTMENT,
    ALREADY_DECIDED,
    OWN_ADJUSTMENT,
    ADJUSTMENT_BELOW_ZERO,
    KEY_TAKEN,
    WRONG_AMOUNT,
    WRONG_BUCKET,
    ACCOUNT_CLOSED,
    SAME_ACCOUNT,
    OTHER_CURRENCY,
    GIVER_NOT_ACTIVE,
    TAKER_NOT_ACTIVE,
    AMOUNT_OUT_OF_RANGE,
    DAILY_LIMIT,
    LOW_BALANCE,

    UNKNOWN_GROUP,
    NOT_A_MEMBER,
    MEMBER_ELSEWHERE,
    WRONG_CODE,
    MAPPING_FAULTY,
    WRONG_NUMBER
  }

  public ChargingRefused(Reason reason, Object... arguments) {
    super(reason, arguments);
  }
}
