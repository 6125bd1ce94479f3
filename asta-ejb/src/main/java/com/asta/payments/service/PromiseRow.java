package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.Promise;
import java.time.LocalDate;

/**
 * A customer's word to pay, and what became of it.
 *
 * @param received from the day it was made to its last
 * @param standing null if it was withdrawn
 */
public record PromiseRow(
    long id,
    Money amount,
    LocalDate madeOn,
    LocalDate dueOn,
    Money received,
    Promise.Standing standing,
    String note,
    String madeBy) {
  public boolean isOpen() {
    return standing == Promise.Standing.OPEN;
  }
}
