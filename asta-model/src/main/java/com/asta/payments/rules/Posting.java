package com.asta.payments.rules;

import com.asta.common.Money;
import java.util.Objects;

/**
 * One amount moved from the credited to the debited account. Both legs stand in one value, so a
 * posting, and with it every transaction, sums to zero by construction.
 *
 * @param amount above zero
 * @param rate label of the tax rate, such as {@code 23%}; empty where there is none
 */
public record Posting(LedgerAccount debit, LedgerAccount credit, Money amount, String rate) {
  public Posting {
    Objects.requireNonNull(debit, "debit");
    Objects.requireNonNull(credit, "credit");
    Objects.requireNonNull(amount, "amount");
    rate = rate == null ? "" : rate;
    if (debit == credit) {
      throw new IllegalArgumentException(
          "A posting needs two accounts, not " + debit + " and " + credit);
    }
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("A posting's amount must be above zero: " + amount);
    }
  }

  public Posting(LedgerAccount debit, LedgerAccount credit, Money amount) {
    this(debit, credit, amount, "");
  }

  /** The change of one account: positive when debited, negative when credited, else zero. */
  public Money changeOf(LedgerAccount account) {
    if (account == debit) {
      return amount;
    }
    return account == credit ? amount.negated() : Money.zero(amount.currency());
  }
}
