package com.asta.billing.service;

import com.asta.billing.rules.Bill;
import com.asta.billing.rules.Item;
import com.asta.billing.rules.Origin;
import com.asta.billing.rules.TaxLine;
import com.asta.billing.rules.UsageMonth;
import com.asta.billing.rules.VatRate;
import com.asta.common.Money;
import com.asta.common.service.CopyRows;
import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The calculated bills: written in bulk by the trial, read for review. */
@ApplicationScoped
class Bills {
  private static final int ID_BLOCK = 50;
  private static final String HEAD =
      "account_id, id, run_id, cycle_start, cycle_end, currency, net, tax, gross";
  private static final String ITEM =
      "account_id, bill_id, line, kind, period_start, period_end, unit_price, net, shown,"
          + " vat_category, vat_percent, vat_label, text_en, text_pl, subscription_id, phase_from,"
          + " price_id, offer_version_id, service_id, charge_code, tariff_version_id,"
          + " manual_charge_id, nominal_start, nominal_end, quantity, unit, events, discount_percent,"
          + " deposit_id, owner_account_id, reduces_line";
  private static final String TAX =
      "account_id, bill_id, line, percent, label, net, tax, rounding, treatment, reason_en,"
          + " reason_pl";
  private static final String USAGE =
      "account_id, bill_id, subscription_id, charge_code, tariff_version_id, month, quantity,"
          + " events, rated";

  /** Parts of a bill, which go before it does. */
  private static final List<String> PARTS = List.of("billed_usage", "bill_tax", "bill_item");

  @Inject private Database sql;

  /** A bill with its id. */
  record Numbered(long id, Bill bill) {}

  /** Adds a run's drafts; returns them with the ids they got. */
  List<Numbered> addDrafts(long runId, List<Bill> drafts) {
    long[] ids = ids(drafts.size());
    List<Numbered> bills =
        IntStream.range(0, drafts.size())
            .mapToObj(i -> new Numbered(ids[i], drafts.get(i)))
            .toList();
    sql.copy("billing.bill", HEAD, rows -> heads(rows, runId, bills));
    sql.copy("billing.bill_item", ITEM, rows -> items(rows, bills));
    sql.copy("billing.bill_tax", TAX, rows -> taxes(rows, bills));
    sql.copy("billing.billed_usage", USAGE, rows -> usage(rows, bills));
    return bills;
  }

  /** Throws drafts away: account ids and bill ids, pair by pair. */
  void drop(Map<Long, Long> billsByAccount) {
    if (billsByAccount.isEmpty()) {
      return;
    }
    Collection<Long> accounts = billsByAccount.keySet();
    Collection<Long> bills = billsByAccount.values();
    for (String part : PARTS) {
      sql.update(
          "delete from billing."
              + part
              + " p using unnest(?::bigint[], ?::bigint[]) b (account_id, id)"
              + " where p.account_id = b.account_id and p.bill_id = b.id",
          accounts,
          bills);
    }
    sql.update(
        "delete from billing.bill p using unnest(?::bigint[], ?::bigint[]) b (account_id, id)"
            + " where p.account_id = b.account_id and p.id = b.id and p.status = 'DRAFT'",
        accounts,
        bills);
  }

  void dropDrafts(long runId) {
    for (String part : PARTS) {
      sql.update(
          "delete from billing."
              + part
              + " p using billing.bill b where b.run_id = ? and b.status = 'DRAFT'"
              + " and p.account_id = b.account_id and p.bill_id = b.id",
          runId);
    }
    sql.update("delete from billing.bill where run_id = ? and status = 'DRAFT'", runId);
  }

  private long[] ids(int count) {
    return sql
        .rows(
            "select nextval('billing.bill_seq') from generate_series(1, ?)",
            row -> row.getLong(1),
            (count + ID_BLOCK - 1) / ID_BLOCK)
        .stream()
        .flatMapToLong(last -> LongStream.rangeClosed(last - ID_BLOCK + 1, last))
        .toArray();
  }

  private static void heads(CopyRows rows, long runId, List<Numbered> bills) throws SQLException {
    for (Numbered each : bills) {
      Bill bill = each.bill();
      Money net = bill.net();
      Money tax = bill.tax();
      rows.row();
      rows.number(bill.accountId());
      rows.number(each.id());
      rows.number(runId);
      rows.day(bill.period().start());
      rows.day(bill.period().end());
      rows.text(bill.currency());
      rows.decimal(net.amount());
      rows.decimal(tax.amount());
      rows.decimal(net.plus(tax).amount());
    }
  }

  private static void items(CopyRows rows, List<Numbered> bills) throws SQLException {
    for (Numbered each : bills) {
      int line = 0;
      int reduced = 0;
      for (Item item : each.bill().items()) {
        boolean discount = item.origin() instanceof Origin.Discounted;
        reduced = discount ? reduced : line + 1;
        VatRate rate = each.bill().rate(item);
        rows.row();
        rows.number(each.bill().accountId());
        rows.number(each.id());
        rows.integer(++line);
        rows.text(item.kind().name());
        rows.day(item.period().start());
        rows.day(item.period().end());
        rows.decimal(item.unitPrice().amount());
        rows.decimal(item.net().amount());
        rows.decimal(item.net().rounded().amount());
        rows.text(item.vatCategory());
        rows.decimal(rate.percent());
        rows.text(rate.label());
        rows.text(item.texts().en());
        rows.text(item.texts().pl());
        source(rows, ItemSource.of(item.origin()));
        rows.number(each.bill().owners().get(line - 1));
        if (discount) {
          rows.integer(reduced);
        } else {
          rows.missing();
        }
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

  private static void taxes(CopyRows rows, List<Numbered> bills) throws SQLException {
    for (Numbered each : bills) {
      int line = 1;
      for (TaxLine tax : each.bill().taxes()) {
        rows.row();
        rows.number(each.bill().accountId());
        rows.number(each.id());
        rows.integer(line++);
        rows.decimal(tax.percent());
        rows.text(tax.label());
        rows.decimal(tax.net().amount());
        rows.decimal(tax.tax().amount());
        rows.decimal(tax.rounding().amount());
        rows.text(tax.rate().treatment().name());
        rows.text(tax.rate().reason() == null ? null : tax.rate().reason().en());
        rows.text(tax.rate().reason() == null ? null : tax.rate().reason().pl());
      }
    }
  }

  private static void usage(CopyRows rows, List<Numbered> bills) throws SQLException {
    for (Numbered each : bills) {
      for (UsageMonth month : each.bill().usage()) {
        rows.row();
        rows.number(each.bill().accountId());
        rows.number(each.id());
        rows.number(month.subscriptionId());
        rows.text(month.chargeCode());
        rows.number(month.tariffVersionId());
        rows.day(month.month());
        rows.decimal(month.quantity());
        rows.number(month.events());
        rows.decimal(month.rated().amount());
      }
    }
  }
}
