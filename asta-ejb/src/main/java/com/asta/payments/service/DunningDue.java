package com.asta.payments.service;

import com.asta.payments.rules.CustomerClass;
import com.asta.payments.rules.DunningLevel;

/**
 * What dunning has to do with an account.
 *
 * @param policyId of the open case, else of the case to be opened
 * @param levelTo 0 when the case closes
 * @param level what the level does; null when the case closes
 */
record DunningDue(
    DunningCandidate account,
    CustomerClass customerClass,
    long policyId,
    int levelTo,
    DunningLevel level) {
  /** How a closed case is named among the actions. */
  static final String CLOSE = "CLOSE";

  /** The action's name, or {@link #CLOSE}. */
  String action() {
    return level == null ? CLOSE : level.action().name();
  }

  long accountId() {
    return account.accountId();
  }

  boolean isClosing() {
    return level == null;
  }
}
