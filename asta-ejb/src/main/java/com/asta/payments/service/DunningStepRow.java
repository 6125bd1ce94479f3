package com.asta.payments.service;

import com.asta.common.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A step that dunning carried out.
 *
 * @param action name of the action, or SKIP
 * @param detail address written to
 * @param reason why a person did it; empty for the run's
 * @param undone a person took it back
 */
public record DunningStepRow(
    long accountId,
    long customerId,
    String accountNumber,
    String customerName,
    int level,
    String action,
    LocalDate doneOn,
    Instant doneAt,
    Money overdue,
    String detail,
    String doneBy,
    String reason,
    boolean undone,
    boolean closed) {
  DunningStepRow named(String name) {
    return new DunningStepRow(
        accountId,
        customerId,
        accountNumber,
        name,
        level,
        action,
        doneOn,
        doneAt,
        overdue,
        detail,
        doneBy,
        reason,
        undone,
        closed);
  }
}
