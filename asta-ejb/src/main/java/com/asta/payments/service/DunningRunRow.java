package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.CustomerClass;

/**
 * What a run did, or would do, with an account.
 *
 * @param levelTo 0 when the case closes
 * @param action name of the action, or CLOSE
 * @param failure why it could not be done; null if it could
 */
public record DunningRunRow(
    long accountId,
    long customerId,
    String accountNumber,
    String customerName,
    CustomerClass customerClass,
    int levelFrom,
    int levelTo,
    String action,
    Money overdue,
    long days,
    String failure) {
  DunningRunRow named(String name) {
    return new DunningRunRow(
        accountId,
        customerId,
        accountNumber,
        name,
        customerClass,
        levelFrom,
        levelTo,
        action,
        overdue,
        days,
        failure);
  }
}
