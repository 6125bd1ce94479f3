package com.asta.billing.service;

import com.asta.billing.rules.Bill;
import com.asta.billing.rules.Item;
import com.asta.billing.rules.Origin;
import com.asta.billing.rules.TaxLine;
import com.asta.billing.rules.VatRate;
import com.asta.common.Money;
import com.asta.common.service.CopyRows;
import com.asta.common.service.Database;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Drafts on their way into the database. A bill becomes rows as soon as it is calculated, and need
 * not be kept until those beside it are.
 */
final class DraftRows {
  private static final String HEAD =
      "account_id, id, run_id, cycle_start, cycle_end, currency, net, tax, gross, charged, used,"
          + " entered, change_id, deposits, shared";
  private static final String ITEM =
      "account_id, bill_id, line, kind, period_start, period_end, unit_price, net, shown,"
          + " vat_category, vat_percent, vat_label, text_en, text_pl, subscription_id, phase_from,"
          + " price_id, offer_version_id, service_id, charge_code, tariff_version_id,"
          + " manual_charge_id, nominal_start, nominal_end, quantity, unit, events, discount_percent,"
          + " deposit_id, owner_account_id, reduces_line";
  private static final String TAX =
      "account_id, bill_id, line, percent, label, net, tax, rounding, treatment, reason_en,"
          + " reason_pl";

  private final Database sql;
  private final long runId;
  private final long[] ids;
  private final CopyRows heads = CopyRows.collected(HEAD);
  private final CopyRows items = CopyRows.collected(ITEM);
  private final CopyRows taxes = CopyRows.collected(TAX);
  private int size;

  /**
   * None yet.
   *
   * @param ids what they will be called, at least as many as there will be drafts
   */
  DraftRows(Database sql, long runId, long[] ids) {
    this.sql = sql;
    this.runId = runId;
    this.ids = ids.clone();
  }

  /** Adds a calculated bill with what it says for those after it; returns its id. */
  long add(Bill bill, BillBook book) {
    long id = ids[size++];
    try {
      head(bill, id, book);
      items(bill, id);
      taxes(bill, id);
    } catch (SQLException e) {
      throw new IllegalStateException("Rows in memory cannot fail", e);
    }
    return id;
  }

  /** Writes all that were added. */
  void write() {
    sql.copy("billing.bill", HEAD, heads);
    sql.copy("billing.bill_item", ITEM, items);
    sql.copy("billing.bill_tax", TAX, taxes);
  }

  private void head(Bill bill, long id, BillBook book) throws SQLException {
    Money net = bill.net();
    Money tax = bill.tax();
    heads.row();
    heads.number(bill.accountId());
    heads.number(id);
    heads.number(runId);
    heads.day(bill.period().start());
    heads.day(bill.period().end());
    heads.text(bill.currency());
    heads.decimal(net.amount());
    heads.decimal(tax.amount());
    heads.decimal(net.plus(tax).amount());
    heads.text(BookText.charged(book.charged()));
    heads.text(BookText.used(book.used()));
    heads.text(BookText.entered(book.entered()));
    heads.number(book.changeId());
    heads.flag(book.deposits());
    heads.flag(book.shared());
  }

  private void items(Bill bill, long id) throws SQLException {
    int line = 0;
    int reduced = 0;
    for (Item item : bill.items()) {
      boolean discount = item.origin() instanceof Origin.Discounted;
      reduced = discount ? reduced : line + 1;
      VatRate rate = bill.rate(item);
      items.row();
      items.number(bill.accountId());
      items.number(id);
      items.integer(++line);
      items.text(item.kind().name());
      items.day(item.period().start());
      items.day(item.period().end());
      items.decimal(item.unitPrice().amount());
      items.decimal(item.net().amount());
      items.decimal(item.net().rounded().amount());
      items.text(item.vatCategory());
      items.decimal(rate.percent());
      items.text(rate.label());
      items.text(item.texts().en());
      items.text(item.texts().pl());
      source(items, ItemSource.of(item.origin()));
      items.number(bill.owners().get(line - 1));
      if (discount) {
        items.integer(reduced);
      } else {
        items.missing();
      }
    }
  }

  private static void source(CopyRows rows, ItemSource source) {
    rows.number(source.subscriptionId());
    day(rows, source.phaseFrom());
    rows.number(source.priceId());
    rows.number(source.offerVersionId());
    rows.text(source.serviceId());
    rows.text(source.chargeCode());
    rows.number(source.tariffVersionId());
    rows.number(source.manualChargeId());
    day(rows, source.nominal() == null ? null : source.nominal().start());
    day(rows, source.nominal() == null ? null : source.nominal().end());
    decimal(rows, source.quantity());
    rows.text(source.unit());
    rows.number(source.events());
    decimal(rows, source.discountPercent());
    rows.number(source.depositId());
  }

  private static void day(CopyRows rows, LocalDate day) {
    if (day == null) {
      rows.missing();
    } else {
      rows.day(day);
    }
  }

  private static void decimal(CopyRows rows, BigDecimal number) {
    if (number == null) {
      rows.missing();
    } else {
      rows.decimal(number);
    }
  }

  private void taxes(Bill bill, long id) throws SQLException {
    int line = 1;
    for (TaxLine tax : bill.taxes()) {
      taxes.row();
      taxes.number(bill.accountId());
      taxes.number(id);
      taxes.integer(line++);
      taxes.decimal(tax.percent());
      taxes.text(tax.label());
      taxes.decimal(tax.net().amount());
      taxes.decimal(tax.tax().amount());
      taxes.decimal(tax.rounding().amount());
      taxes.text(tax.rate().treatment().name());
      taxes.text(tax.rate().reason() == null ? null : tax.rate().reason().en());
      taxes.text(tax.rate().reason() == null ? null : tax.rate().reason().pl());
    }
  }
}
