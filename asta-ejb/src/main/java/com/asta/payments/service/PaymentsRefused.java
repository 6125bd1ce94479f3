package com.asta.payments.service;

import com.asta.common.Refusal;

/** What payments refuses. */
public class PaymentsRefused extends Refusal {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    NO_SUCH_PAYMENT,
    NO_SUCH_ACCOUNT,
    NO_SUCH_OPEN_ITEM,
    NO_SUCH_ALLOCATION,
    NO_SUCH_FILE,
    NO_SUCH_RECEIPT,
    NO_SUCH_REGISTER,
    ALREADY_ASSIGNED,
    NOT_ASSIGNED,
    ALREADY_REVERSED,
    CREDIT_NOTE_STAYS,
    NOTHING_LEFT,
    CURRENCY_DIFFERS,
    AMOUNT_NOT_POSITIVE,
    AMOUNT_TOO_FINE,
    KEY_REUSED,
    NO_GATEWAY,
    NO_SUCH_ATTEMPT,
    ATTEMPT_OPEN,
    NOTHING_CHOSEN,
    NOT_A_BLIK_CODE,
    NO_SUCH_CARD,
    NO_SUCH_REFUND,
    NOT_ELECTRONIC,
    REFUND_TOO_HIGH,
    REFUND_OPEN,
    REFUND_DECIDED,
    REFUND_OWN,
    NOT_IN_SUSPENSE,
    PAYOUT_IMPLAUSIBLE,
    PAYMENT_RETURNED,
    PERIOD_CLOSED,
    PERIOD_NOT_OVER,
    PERIOD_ORDER,
    PERIOD_NOT_CLOSED,
    PERIOD_DIFFERS,
    REASON_MISSING,
    NO_SUCH_POLICY,
    POLICY_IN_FORCE,
    POLICY_FAULTY,
    POLICY_BACKDATED,
    POLICY_ORDER,
    NO_SUCH_RUN,
    RUN_IN_FUTURE,
    NO_SUCH_LETTER,
    NO_CASE,
    NOTHING_TO_UNDO,
    CANNOT_SKIP,
    CANNOT_HAND_OVER,
    PAUSE_OVER,
    NOT_A_PREFIX,
    NOT_AN_ORDER,
    MAPPING_NAME_TAKEN,
    MAPPING_INCOMPLETE,
    FILE_NOT_REFUSED
  }

  public PaymentsRefused(Reason reason, Object... arguments) {
    super(reason, arguments);
  }
}
