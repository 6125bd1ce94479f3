package com.asta.billing.service;

import com.asta.common.Money;

/**
 * A deposit of an account.
 *
 * @param askedBy the invoice that asked it
 * @param askedNumber the number of that invoice
 * @param closedBy the invoice that set it off, or null
 */
public record DepositRow(
    long id,
    String textEn,
    String textPl,
    Money net,
    Status status,
    long askedBy,
    String askedNumber,
    Long closedBy) {

  /** What became of it. */
  public enum Status {
    HELD,
    /** A bill took it off. */
    SET_OFF,
    /** A credit note gave it back. */
    RETURNED
  }

  public String text(String language) {
    return "pl".equals(language) ? textPl : textEn;
  }

  public boolean isHeld() {
    return status == Status.HELD;
  }
}
