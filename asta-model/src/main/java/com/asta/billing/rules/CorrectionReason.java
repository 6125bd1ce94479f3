package com.asta.billing.rules;

/** Why an invoice is corrected. */
public enum CorrectionReason {
  WRONG_PRICE,
  WRONG_QUANTITY,
  /** The service failed, wholly or for some days. */
  SERVICE_FAILURE,
  NOT_ORDERED,
  WRONG_BUYER,
  /** The operator owes nothing and gives all the same. */
  GOODWILL,
  OTHER
}
