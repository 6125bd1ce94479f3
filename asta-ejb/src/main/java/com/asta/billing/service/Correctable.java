package com.asta.billing.service;

import com.asta.billing.rules.Correction;
import com.asta.billing.rules.LineLeft;
import com.asta.billing.rules.TaxLine;
import com.asta.common.Money;
import java.util.List;
import java.util.Optional;

/**
 * An invoice with what its credit notes left of it.
 *
 * @param taxes what is left for each rate
 * @param corrections newest first
 */
public record Correctable(
    InvoiceDocument invoice,
    List<LineLeft> lines,
    List<TaxLine> taxes,
    List<CorrectionRow> corrections) {

  /** Gross that is left of the invoice. */
  public Money left() {
    return Money.sum(
        taxes.stream().map(TaxLine::gross).toList(), invoice.head().gross().currency());
  }

  public Correction correction() {
    return new Correction(lines, taxes);
  }

  /** What waits for a second person. */
  public Optional<CorrectionRow> proposal() {
    return corrections.stream().filter(CorrectionRow::isProposed).findFirst();
  }
}
