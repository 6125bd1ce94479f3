package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.MatchPolicy;
import com.asta.payments.rules.OwnAccounts;
import com.asta.payments.rules.VirtualAccounts;

/**
 * How this operator takes payments in.
 *
 * @param smallDifference the most that is written off when a payment falls short; zero for nothing
 * @param own the bank accounts, the one on invoices first, with the virtual accounts
 */
public record PaymentPolicy(MatchPolicy match, Money smallDifference, OwnAccounts own) {
  public VirtualAccounts virtual() {
    return own.virtual();
  }
}
