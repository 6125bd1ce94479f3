package com.asta.billing.service;

import com.asta.common.Refusal;

/** What billing refuses. */
public class BillingRefused extends Refusal {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    INVOICE_UNKNOWN,
    ACCOUNT_UNKNOWN,
    RUN_UNKNOWN,
    /** {0} the day. */
    CYCLE_NOT_ENDED,
    /** {0} the day: no account has a cycle that ends then. */
    NO_CYCLE_ENDS,
    /** {0} the end of the cycle. */
    RUN_ALREADY_OPEN,
    /** {0} the status the run is in. */
    RUN_NOT_IN_REVIEW,
    /** {0} who started the run. */
    SAME_PERSON,
    NOTHING_TO_APPROVE,
    RUN_NOT_FINAL,
    /** {0} who had it delivered. */
    RUN_DELIVERED,
    /** {0} the earliest day, {1} the latest. */
    ISSUE_DATE_WRONG,
    /** {0} the account's currency. */
    CURRENCY_DIFFERS,
    /** {0} the category. */
    VAT_CATEGORY_UNKNOWN,
    /** {0} the key: it was used for another amount or account. */
    REQUEST_KEY_REUSED,
    AMOUNT_MISSING,
    TEXT_MISSING,
    CHARGE_UNKNOWN,
    /** {0} who decided. */
    CHARGE_DECIDED,
    /** {0} the limit. */
    LIMIT_NEGATIVE,
    /** {0} the day, {1} the month. */
    CYCLE_INVALID,
    PAYER_UNKNOWN,
    /** {0} what was typed. */
    PAYER_NUMBER_UNKNOWN,
    PAYER_INVALID,
    PAYER_CYCLIC,
    PAYER_CYCLE_DIFFERS,
    /** {0} the first day of the rule that is there. */
    PAYER_EXISTS,
    /** {0} the first day that was not billed. */
    PAYER_BILLED,
    SUBSCRIPTION_UNKNOWN,
    /** {0} the day up to which it is billed. */
    BILLED_ALREADY,
    NOTHING_TO_BILL,
    /** {0} what the operator owes. */
    CREDIT_LEFT,
    /** {0} why bills are held. */
    HELD_BACK,
    /** {0} why, {1} the detail. */
    NOT_BILLABLE,
    /** {0} the day from which the final bill can be made. */
    SERVICE_GOES_ON,
    /** {0} the invoice whose correction a second person has to approve. */
    CREDIT_WAITS,
    HOLD_REASON_MISSING,
    /** {0} today. */
    HOLD_DATES_WRONG,
    HOLD_EXISTS,
    HOLD_ENDED,
    /** {0} the language. */
    LANGUAGE_UNKNOWN,
    EMAIL_MISSING,
    /** {0} what was asked for. */
    CURRENCY_UNKNOWN,
    /** {0} the currency in which there are charges. */
    CURRENCY_FIXED,
    /** The bill is a draft: nothing to correct, it is calculated again. */
    NOT_ISSUED,
    /** {0} the number of the credit note. */
    NOT_CORRECTABLE,
    REASON_MISSING,
    /** {0} who proposed a correction that waits for approval. */
    PROPOSAL_WAITING,
    /** {0} what is left of the invoice now. */
    CORRECTED_MEANWHILE,
    NOTHING_TO_CORRECT,
    /** {0} the line. */
    LINE_UNKNOWN,
    /** {0} the line. */
    MORE_THAN_LEFT,
    NOT_A_CREDIT,
    CORRECTION_UNKNOWN,
    /** {0} who decided. */
    CORRECTION_DECIDED,
    /** {0} who proposed the correction or the charge. */
    SAME_CLERK,
    /** {0} what was typed. */
    VAT_ID_INVALID,
    TAX_RULE_INVALID,
    /** {0} today. */
    TAX_RULE_PAST,
    /** {0} the day it would begin. */
    TAX_RULE_EXISTS
  }

  public BillingRefused(Reason reason, Object... arguments) {
    super(reason, arguments);
  }
}
