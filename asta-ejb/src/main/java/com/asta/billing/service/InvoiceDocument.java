package com.asta.billing.service;

import com.asta.common.Money;
import java.util.List;

/**
 * An issued document, whole.
 *
 * @param arrears what was overdue when it was issued
 * @param corrected what a credit note corrects; null for an invoice
 */
public record InvoiceDocument(
    InvoiceRow head,
    Party seller,
    Party buyer,
    List<InvoiceLine> lines,
    List<TaxRow> taxes,
    Money arrears,
    CorrectedInvoice corrected) {

  public boolean isCreditNote() {
    return corrected != null;
  }

  /** The document with some of its lines, and no taxes, which are of the whole. */
  InvoiceDocument withLines(List<InvoiceLine> some) {
    return new InvoiceDocument(
        head, seller, buyer, some, List.of(), Money.zero(arrears.currency()), corrected);
  }

  /** Sum of the lines as shown. */
  public Money sum() {
    return Money.sum(lines.stream().map(InvoiceLine::net).toList(), head.gross().currency());
  }

  /** The rates that have no tax and must say why. */
  public List<TaxRow> untaxed() {
    return taxes.stream().filter(tax -> tax.reason() != null).toList();
  }

  /** What the shown lines differ by from the totals because tax is rounded once per rate. */
  public Money rounding() {
    return Money.sum(taxes.stream().map(TaxRow::rounding).toList(), head.gross().currency());
  }
}
