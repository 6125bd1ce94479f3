package com.asta.billing.service;

import com.asta.billing.rules.Bill;
import com.asta.billing.rules.Item;
import com.asta.billing.rules.ItemKind;
import com.asta.billing.rules.Origin;
import com.asta.common.Money;
import com.asta.common.Period;
import java.time.LocalDate;
import java.util.List;

/**
 * What a bill would say if things stay as they are.
 *
 * @param billedOn the day the bill is made
 * @param gross below zero, without lines, if the operator would owe: then no bill is made
 */
public record BillPreview(
    LocalDate billedOn, List<Line> lines, List<TaxRow> taxes, Money net, Money tax, Money gross) {

  static BillPreview of(Bill bill) {
    return new BillPreview(
        bill.period().end(),
        bill.items().stream().map(BillPreview::line).toList(),
        bill.taxes().stream().map(TaxRow::of).toList(),
        bill.net(),
        bill.tax(),
        bill.gross());
  }

  static BillPreview empty(LocalDate billedOn, String currency) {
    Money zero = Money.zero(currency);
    return new BillPreview(billedOn, List.of(), List.of(), zero, zero, zero);
  }

  /** No bill, since the operator owes more; the bill after it takes it all. */
  BillPreview carrying(Money owed) {
    return new BillPreview(billedOn, lines, taxes, net, tax, owed);
  }

  private static Line line(Item item) {
    Period nominal = item.origin() instanceof Origin.Phase phase ? phase.nominal() : null;
    return new Line(
        item.kind(),
        item.texts().en(),
        item.texts().pl(),
        item.period(),
        nominal,
        item.unitPrice(),
        item.net().rounded());
  }

  /** True if nothing is to pay now: a credit goes to the bill after. */
  public boolean isCarried() {
    return gross.isNegative();
  }

  /** One position; {@code prorated} where a part of the price is charged. */
  public record Line(
      ItemKind kind,
      String textEn,
      String textPl,
      Period period,
      Period nominal,
      Money unitPrice,
      Money net) {
    /** Whether it reduces the line above it. */
    public boolean isDiscount() {
      return kind == ItemKind.DISCOUNT;
    }

    public String text(String language) {
      return "pl".equals(language) ? textPl : textEn;
    }

    public boolean isProrated() {
      return nominal != null && !nominal.equals(period);
    }

    public boolean isOneDay() {
      return period.days() == 1;
    }
  }
}
