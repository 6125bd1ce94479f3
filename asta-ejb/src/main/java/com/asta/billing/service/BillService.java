package com.asta.billing.service;

import com.asta.billing.service.BillingRefused.Reason;
import com.asta.charging.service.UsageRecord;
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
    return explanations.of(item(billId, line));
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
