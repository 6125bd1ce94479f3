package com.asta.payments.service;

import com.asta.common.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How an account stands in dunning.
 *
 * @param policyId of its case; null without one
 * @param level carried out, 0 for none
 * @param pausedUntil last day of a person's pause; null with a pause without end, or without one
 * @param pauseReason null without a pause by a person
 */
public record DunningStanding(
    long accountId,
    long customerId,
    String accountNumber,
    Long policyId,
    int level,
    boolean barred,
    LocalDate openedOn,
    LocalDate handedOverOn,
    Money overdue,
    long overdueDays,
    LocalDate pausedUntil,
    String pauseReason,
    String pausedBy,
    Instant pausedAt) {
  public boolean isOpen() {
    return policyId != null;
  }

  public boolean isPaused() {
    return pauseReason != null;
  }
}
