package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.CashShiftState;
import java.time.Instant;

/**
 * A cashier's shift at a register.
 *
 * @param carried left in the drawer by the shift before
 * @param taken by receipts, less those that were cancelled
 * @param expected by the movements; null until it is counted, so that nobody counts to fit
 * @param counted null until it is counted, as are the rest
 */
public record CashShiftCard(
    long id,
    String register,
    String registerName,
    String cashier,
    CashShiftState state,
    Instant openedAt,
    Money carried,
    Money floatAmount,
    long receipts,
    Money taken,
    Money deposited,
    Money expected,
    Money counted,
    String explanation,
    Instant countedAt,
    String confirmedBy,
    Instant closedAt) {
  /** Counted less expected; null until it is counted. */
  public Money difference() {
    return counted == null ? null : counted.minus(expected);
  }
}
