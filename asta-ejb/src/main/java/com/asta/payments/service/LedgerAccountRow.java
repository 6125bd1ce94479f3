package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.LedgerAccount;

/**
 * An account of the book in one period.
 *
 * @param opening balance before it; positive on the debit side
 */
public record LedgerAccountRow(
    LedgerAccount account, String number, Money opening, Money debit, Money credit) {
  public Money closing() {
    return opening.plus(debit).minus(credit);
  }
}
