package com.asta.billing.service;

import com.asta.common.Money;
import java.util.List;

/** An issued invoice, whole. */
public record InvoiceDocument(
    InvoiceRow head, Party seller, Party buyer, List<InvoiceLine> lines, List<TaxRow> taxes) {

  /** What the shown lines differ by from the totals because tax is rounded once per rate. */
  public Money rounding() {
    return Money.sum(taxes.stream().map(TaxRow::rounding).toList(), head.gross().currency());
  }
}
