package com.asta.billing.service;

import com.asta.billing.rules.BillComparison;
import com.asta.billing.service.BillingRefused.Reason;
import com.asta.charging.service.UsageRecord;
import com.asta.common.Money;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * Bills down to their items, each of which explains itself. A bill and its invoice share the id.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
public class BillService {
  @Inject private BillRows rows;
  @Inject private BillRuns runs;
  @Inject private Explanations explanations;

  /**
   * A bill with its items, draft or issued.
   *
   * @throws BillingRefused INVOICE_UNKNOWN
   */
  public BillDocument bill(long billId) {
    Map.Entry<Long, BillRow> found = found(billId);
    BillRow head = found.getValue();
    return new BillDocument(
        head,
        found.getKey(),
        runs.get(found.getKey()).getStatus(),
        rows.items(head),
        rows.taxes(head));
  }

  /**
   * The offer, tariff or person behind one line.
   *
   * @throws BillingRefused INVOICE_UNKNOWN
   */
  public ItemExplanation explain(long billId, int line) {
    BillItemRow item = item(billId, line);
    return explanations.of(
        item, item.reducesLine() == null ? null : item(billId, item.reducesLine()));
  }

  /**
   * Why the bill differs from the account's bill before.
   *
   * @throws BillingRefused INVOICE_UNKNOWN
   */
  public ComparedBill compare(long billId) {
    BillRow bill = found(billId).getValue();
    return rows.previous(bill)
        .map(before -> new ComparedBill(bill, before, BillComparison.of(side(before), side(bill))))
        .orElseGet(() -> new ComparedBill(bill, null, List.of()));
  }

  private BillComparison.Side side(BillRow bill) {
    return new BillComparison.Side(
        rows.items(bill).stream().map(BillItemRow::toCompared).toList(), bill.gross());
  }

  /**
   * How the tax of each rate came about.
   *
   * @throws BillingRefused INVOICE_UNKNOWN
   */
  public List<TaxExplanation> explainTax(long billId) {
    BillRow bill = found(billId).getValue();
    List<BillItemRow> items = rows.items(bill);
    return rows.taxes(bill).stream().map(tax -> explained(tax, items)).toList();
  }

  private static TaxExplanation explained(TaxRow tax, List<BillItemRow> items) {
    List<BillItemRow> ofRate =
        items.stream().filter(i -> i.vatLabel().equals(tax.label())).toList();
    String currency = tax.net().currency();
    return new TaxExplanation(
        tax,
        Money.sum(ofRate.stream().map(BillItemRow::net).toList(), currency),
        Money.sum(ofRate.stream().map(BillItemRow::shown).toList(), currency));
  }

  /** The usage behind one line, newest first; none if it is no usage. */
  public List<UsageRecord> usage(long billId, int line, int offset, int limit) {
    return explanations.usage(item(billId, line), offset, limit);
  }

  private BillItemRow item(long billId, int line) {
    return rows.item(found(billId).getValue(), line)
        .orElseThrow(() -> new BillingRefused(Reason.INVOICE_UNKNOWN, billId));
  }

  private Map.Entry<Long, BillRow> found(long billId) {
    return rows.bill(billId).orElseThrow(() -> new BillingRefused(Reason.INVOICE_UNKNOWN, billId));
  }
}
