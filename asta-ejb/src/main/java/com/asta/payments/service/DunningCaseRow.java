package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.CustomerClass;
import java.time.LocalDate;

/**
 * An account that is being dunned.
 *
 * @param action what was done at its level; null at level 0
 * @param oldestDueOn due day of its oldest overdue debt, null if nothing is overdue
 * @param paused dunning does nothing new with it
 */
public record DunningCaseRow(
    long accountId,
    long customerId,
    String accountNumber,
    String customerName,
    CustomerClass customerClass,
    int level,
    String action,
    Money overdue,
    LocalDate oldestDueOn,
    long days,
    LocalDate lastStepOn,
    boolean paused) {
  DunningCaseRow named(String name) {
    return new DunningCaseRow(
        accountId,
        customerId,
        accountNumber,
        name,
        customerClass,
        level,
        action,
        overdue,
        oldestDueOn,
        days,
        lastStepOn,
        paused);
  }
}
