package com.asta.billing.service;

import java.time.LocalDate;

/**
 * The final bill of an account whose last service has ended, or will end.
 *
 * @param endsOn first day without service
 * @param dueOn when the usage cut-off is over
 * @param status WAITING, DONE, or DROPPED where a service goes on after all
 * @param detail what it waits for besides the day, a reason of refusal; null if nothing
 * @param invoiceId null if there was nothing to bill, or not yet
 */
public record FinalBillCard(
    long accountId,
    LocalDate endsOn,
    LocalDate dueOn,
    String status,
    String detail,
    Long invoiceId) {
  public boolean isWaiting() {
    return "WAITING".equals(status);
  }
}
