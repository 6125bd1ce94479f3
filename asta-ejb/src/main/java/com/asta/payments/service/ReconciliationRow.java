package com.asta.payments.service;

import com.asta.common.Money;

/**
 * What the documents say against what the book says.
 *
 * @param law SALES, VAT, BANK, CASH or DEBIT_CREDIT
 * @param subject the tax rate; empty where there is none
 */
public record ReconciliationRow(String law, String subject, Money documents, Money book) {
  public boolean agrees() {
    return documents.equals(book);
  }

  public Money difference() {
    return book.minus(documents);
  }
}
