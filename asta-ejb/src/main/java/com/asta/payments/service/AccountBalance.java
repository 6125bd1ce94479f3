package com.asta.payments.service;

import com.asta.common.Money;
import java.time.LocalDate;

/**
 * What a customer owes on an account.
 *
 * @param open sum of the open items
 * @param overdue the part of {@code open} whose due day is past
 * @param credit payments that settle nothing yet
 * @param nextDueOn the earliest due day of an open item that is not overdue, or null
 * @param oldestDueOn the due day of the oldest overdue item, or null
 */
public record AccountBalance(
    long accountId,
    String accountNumber,
    Money open,
    Money overdue,
    Money credit,
    LocalDate nextDueOn,
    LocalDate oldestDueOn) {
  /** Open items less credit; negative when the customer has paid too much. */
  public Money balance() {
    return open.minus(credit);
  }

  /** What is overdue after the credit is taken off; never below zero. */
  public Money netOverdue() {
    Money net = overdue.minus(credit);
    return net.isNegative() ? Money.zero(net.currency()) : net;
  }
}
