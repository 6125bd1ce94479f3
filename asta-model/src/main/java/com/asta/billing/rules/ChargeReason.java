package com.asta.billing.rules;

/** Why a person puts a charge or a credit on an account. */
public enum ChargeReason {
  /** The service failed, wholly or for some days. */
  SERVICE_FAILURE,
  WRONG_PRICE,
  /** The operator owes nothing and gives all the same. */
  GOODWILL,
  /** Work at the customer's that no price covers. */
  EXTRA_WORK,
  /** Something lent that was lost or damaged. */
  LOST_DEVICE,
  /** Agreed with the customer in person. */
  AGREEMENT,
  OTHER
}
