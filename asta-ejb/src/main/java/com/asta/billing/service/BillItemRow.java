package com.asta.billing.service;

import com.asta.billing.rules.ComparedItem;
import com.asta.billing.rules.ItemKind;
import com.asta.billing.rules.Texts;
import com.asta.common.Money;
import com.asta.common.Period;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A bill item with everything that explains it; what does not apply to its kind is null.
 *
 * @param nominal the full period the unit price is for
 * @param reducesLine the line that a discount reduces
 * @param discountPercent null for an absolute discount
 * @param net exact, at up to 12 decimals
 * @param owner account and name of whom it was paid for, once issued; null for the account's own
 */
public record BillItemRow(
    long billId,
    long accountId,
    int line,
    ItemKind kind,
    Long subscriptionId,
    Long priceId,
    Long offerVersionId,
    String serviceId,
    String chargeCode,
    Long tariffVersionId,
    Long manualChargeId,
    Period period,
    Period nominal,
    BigDecimal quantity,
    String unit,
    Long events,
    Money unitPrice,
    Money net,
    String vatCategory,
    BigDecimal vatPercent,
    String vatLabel,
    String textEn,
    String textPl,
    Integer reducesLine,
    BigDecimal discountPercent,
    String owner) {

  ComparedItem toCompared() {
    return new ComparedItem(
        kind,
        subscriptionId,
        chargeCode,
        new Texts(textEn, textPl),
        serviceId,
        period,
        unitPrice,
        quantity,
        unit,
        shown());
  }

  public String text(String language) {
    return "pl".equals(language) ? textPl : textEn;
  }

  /** True where the price was charged for a part of its period. */
  public boolean isProrated() {
    return nominal != null && !nominal.equals(period);
  }

  public boolean isUsage() {
    return kind == ItemKind.USAGE || kind == ItemKind.LATE_USAGE;
  }

  public boolean isDiscount() {
    return kind == ItemKind.DISCOUNT;
  }

  /** True where the amount is the price by the days charged of its period's days. */
  public boolean isDaily() {
    return nominal != null
        && unitPrice
            .fraction(period.days(), nominal.days())
            .minus(net.isNegative() ? net.negated() : net)
            .rounded()
            .isZero();
  }

  public boolean isOneDay() {
    return period.days() == 1;
  }

  public LocalDate start() {
    return period.start();
  }

  public LocalDate lastDay() {
    return period.lastDay();
  }

  /** Net as the invoice shows it. */
  public Money shown() {
    return net.rounded();
  }
}
