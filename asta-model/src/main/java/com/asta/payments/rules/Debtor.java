package com.asta.payments.rules;

import com.asta.common.Money;
import java.util.List;
import java.util.Objects;

/**
 * A financial account that a payment may belong to.
 *
 * @param number account number, the payment reference printed on invoices
 * @param payerKnown an earlier payment from the same bank account was this customer's
 * @param documents numbers of documents of this account that the text may name, settled ones too
 * @param debts what is open, in any order
 */
public record Debtor(
    long accountId,
    String number,
    String name,
    boolean payerKnown,
    List<String> documents,
    List<OpenDebt> debts) {
  public Debtor {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(name, "name");
    documents = List.copyOf(documents);
    debts = List.copyOf(debts);
  }

  /** All that is open, in the currency of a payment. */
  Money openTotal(String currency) {
    return Money.sum(debts.stream().map(OpenDebt::open).toList(), currency);
  }
}
