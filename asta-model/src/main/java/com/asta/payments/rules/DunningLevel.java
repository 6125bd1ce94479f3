package com.asta.payments.rules;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * One level of a dunning policy; amounts are in the currency of the account that is dunned.
 *
 * @param afterDays days since the due day of the oldest debt, at least
 * @param minimum overdue amount, at least
 * @param fee charged at action {@code FEE}, else zero
 */
public record DunningLevel(
    int afterDays, BigDecimal minimum, DunningAction action, BigDecimal fee) {
  public DunningLevel {
    Objects.requireNonNull(action, "action");
    minimum = Objects.requireNonNull(minimum, "minimum").stripTrailingZeros();
    fee = Objects.requireNonNull(fee, "fee").stripTrailingZeros();
  }
}
