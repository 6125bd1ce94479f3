package com.asta.customers.service;

import com.asta.common.Refusal;

/** Customers says no; the reason is the key of the message. */
public class CustomersRefused extends Refusal {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    NAME_MISSING,
    NIP_MISSING,
    WRONG_NIP,
    WRONG_EMAIL,
    WRONG_PHONE,
    NO_CONTACT,
    WRONG_ADDRESS,
    WRONG_LANGUAGE,
    UNKNOWN_CUSTOMER,
    UNKNOWN_ACCOUNT,
    UNKNOWN_INTERACTION,
    NOT_YOURS,
    CHANGED_MEANWHILE,
    REQUEST_REUSED,
    SUMMARY_MISSING,
    PLANNED_IN_PAST,
    NOT_PLANNED
  }

  public CustomersRefused(Reason reason, Object... arguments) {
    super(reason, arguments);
  }
}
