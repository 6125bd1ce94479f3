package com.asta.billing.service;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A line as issued.
 *
 * @param periodEnd first day after the service; the day after {@code periodStart} for one-time fees
 * @param quantity null where nothing was measured
 */
public record InvoiceLine(
    int line,
    String textEn,
    String textPl,
    String serviceId,
    LocalDate periodStart,
    LocalDate periodEnd,
    BigDecimal quantity,
    String unit,
    Money net,
    String vatLabel) {
  /** The last day of service. */
  public LocalDate lastDay() {
    return periodEnd.minusDays(1);
  }

  public boolean isOneDay() {
    return lastDay().equals(periodStart);
  }

  public String text(String language) {
    return "pl".equals(language) ? textPl : textEn;
  }
}
