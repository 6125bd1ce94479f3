package com.asta.billing.service;

import com.asta.billing.rules.ItemKind;
import com.asta.billing.rules.LinePrice;
import com.asta.common.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A line as issued.
 *
 * @param periodEnd first day after the service; the day after {@code periodStart} for one-time fees
 * @param quantity null where nothing was measured
 * @param subscriptionId null for what belongs to the account
 * @param before what a credit note corrects; null on an invoice
 * @param owner account and name of whom it was paid for; null for the buyer's own
 * @param price quantity and price; null for what only takes off from other lines
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
    String vatLabel,
    ItemKind kind,
    Long subscriptionId,
    Before before,
    String owner,
    LinePrice price) {

  /**
   * The line of the invoice before the credit note.
   *
   * @param quantity null where nothing was measured
   */
  public record Before(int line, Money net, BigDecimal quantity) {}

  /** What the line comes to after the correction. */
  public Money after() {
    return before == null ? net : before.net().plus(net);
  }

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
