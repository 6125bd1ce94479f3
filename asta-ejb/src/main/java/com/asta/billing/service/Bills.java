package com.asta.billing.service;

import com.asta.billing.rules.Bill;
import com.asta.billing.rules.Item;
import com.asta.billing.rules.Origin;
import com.asta.billing.rules.TaxLine;
import com.asta.billing.rules.UsageMonth;
import com.asta.billing.rules.VatRate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

/** The calculated bills: written in bulk by the trial, read for review. */
@ApplicationScoped
class Bills {
  private static final int ID_BLOCK = 50;
  private static final String ITEM =
      "insert into billing.bill_item (account_id, bill_id, line, kind, subscription_id, phase_from,"
          + " price_id, offer_version_id, service_id, charge_code, tariff_version_id,"
          + " manual_charge_id, period_start, period_end, nominal_start, nominal_end, quantity,"
          + " unit, events, unit_price, net, vat_category, vat_percent, vat_label, text_en,"
          + " text_pl, shown, reduces_line, discount_percent, deposit_id) values (?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  @Inject private Sql sql;

  /** Replaces the run's drafts of these accounts by new ones. */
  void replaceDrafts(long runId, Collection<Long> accountIds, List<Bill> drafts) {
    sql.update(
        "delete from billing.bill where account_id = any (?) and run_id = ? and status = 'DRAFT'",
        accountIds,
        runId);
    Iterator<Long> ids = ids(drafts.size()).iterator();
    List<Object[]> heads = new ArrayList<>();
    List<Object[]> items = new ArrayList<>();
    List<Object[]> taxes = new ArrayList<>();
    List<Object[]> usage = new ArrayList<>();
    for (Bill bill : drafts) {
      long id = ids.next();
      heads.add(head(id, runId, bill));
      addItems(items, id, bill);
      addTaxes(taxes, id, bill);
      bill.usage().forEach(month -> usage.add(usage(id, bill.accountId(), month)));
    }
    sql.batch(
        "insert into billing.bill (account_id, id, run_id, cycle_start, cycle_end, currency, net,"
            + " tax, gross) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        heads);
    sql.batch(ITEM, items);
    sql.batch(
        "insert into billing.bill_tax (account_id, bill_id, line, percent, label, net, tax,"
            + " rounding, treatment, reason_en, reason_pl)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        taxes);
    sql.batch(
        "insert into billing.billed_usage (account_id, bill_id, subscription_id, charge_code,"
            + " tariff_version_id, month, quantity, events, rated)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        usage);
  }

  void dropDrafts(long runId) {
    sql.update("delete from billing.bill where run_id = ? and status = 'DRAFT'", runId);
  }

  private List<Long> ids(int count) {
    return sql
        .list(
            "select nextval('billing.bill_seq') from generate_series(1, ?)",
            row -> row.getLong(1),
            (count + ID_BLOCK - 1) / ID_BLOCK)
        .stream()
        .flatMap(last -> LongStream.rangeClosed(last - ID_BLOCK + 1, last).boxed())
        .toList();
  }

  private static Object[] head(long id, long runId, Bill bill) {
    return new Object[] {
      bill.accountId(),
      id,
      runId,
      bill.period().start(),
      bill.period().end(),
      bill.currency(),
      bill.net().amount(),
      bill.tax().amount(),
      bill.gross().amount()
    };
  }

  private static void addItems(List<Object[]> rows, long billId, Bill bill) {
    int line = 1;
    int reduced = 0;
    for (Item item : bill.items()) {
      VatRate rate = bill.rate(item);
      Object[] row = new Object[30];
      row[0] = bill.accountId();
      row[1] = billId;
      row[2] = line++;
      row[3] = item.kind();
      origin(row, item.origin());
      row[12] = item.period().start();
      row[13] = item.period().end();
      row[19] = item.unitPrice().amount();
      row[20] = item.net().amount();
      row[21] = item.vatCategory();
      row[22] = rate.percent();
      row[23] = rate.label();
      row[24] = item.texts().en();
      row[25] = item.texts().pl();
      row[26] = item.net().rounded().amount();
      if (item.origin() instanceof Origin.Discounted discounted) {
        row[27] = reduced;
        row[28] = discounted.percent();
      } else {
        reduced = line - 1;
      }
      rows.add(row);
    }
  }

  private static void origin(Object[] row, Origin origin) {
    if (origin instanceof Origin.Phase phase) {
      row[4] = phase.key().subscriptionId();
      row[5] = phase.key().phaseFrom();
      row[6] = phase.key().priceId();
      row[7] = phase.offerVersionId();
      row[8] = phase.serviceId();
      row[14] = phase.nominal() == null ? null : phase.nominal().start();
      row[15] = phase.nominal() == null ? null : phase.nominal().end();
    } else if (origin instanceof Origin.Usage usage) {
      row[4] = usage.subscriptionId();
      row[8] = usage.serviceId();
      row[9] = usage.chargeCode();
      row[10] = usage.tariffVersionId();
      row[16] = usage.quantity();
      row[17] = usage.unit();
      row[18] = usage.events();
    } else if (origin instanceof Origin.Manual manual) {
      row[9] = manual.code();
      row[11] = manual.chargeId();
    } else if (origin instanceof Origin.Deposit deposit) {
      row[4] = deposit.subscriptionId();
      row[7] = deposit.offerVersionId();
      row[8] = deposit.serviceId();
      row[9] = deposit.code();
      row[29] = deposit.depositId();
    } else if (origin instanceof Origin.Discounted discounted) {
      reduced(row, discounted.of());
      row[7] = discounted.offerVersionId();
      row[9] = discounted.code();
    }
  }

  /** A discount belongs to the service that it reduces, and is no price of its own. */
  private static void reduced(Object[] row, Origin of) {
    if (of instanceof Origin.Phase phase) {
      row[4] = phase.key().subscriptionId();
      row[5] = phase.key().phaseFrom();
      row[8] = phase.serviceId();
    } else if (of instanceof Origin.Usage usage) {
      row[4] = usage.subscriptionId();
      row[8] = usage.serviceId();
    }
  }

  private static void addTaxes(List<Object[]> rows, long billId, Bill bill) {
    int line = 1;
    for (TaxLine tax : bill.taxes()) {
      rows.add(
          new Object[] {
            bill.accountId(),
            billId,
            line++,
            tax.percent(),
            tax.label(),
            tax.net().amount(),
            tax.tax().amount(),
            tax.rounding().amount(),
            tax.rate().treatment(),
            tax.rate().reason() == null ? null : tax.rate().reason().en(),
            tax.rate().reason() == null ? null : tax.rate().reason().pl()
          });
    }
  }

  private static Object[] usage(long billId, long accountId, UsageMonth month) {
    return new Object[] {
      accountId,
      billId,
      month.subscriptionId(),
      month.chargeCode(),
      month.tariffVersionId(),
      month.month(),
      month.quantity(),
      month.events(),
      month.rated().amount()
    };
  }
}
