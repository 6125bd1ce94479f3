package com.asta.common.service;

import com.asta.common.Refusal;

/** What the plumbing refuses. */
public class CommonRefused extends Refusal {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    DUPLICATE_FILE,
    FILE_TOO_LARGE,
    EMPTY_FILE,
    LOGIN_TAKEN,
    WEAK_PASSWORD,
    NO_CUSTOMER,
    NOT_A_DEMO,
    CLOCK_ONLY_AHEAD
  }

  public CommonRefused(Reason reason, Object... arguments) {
    super(reason, arguments);
  }
}
