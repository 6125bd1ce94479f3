package com.asta.billing.service;

import com.asta.billing.event.InvoiceIssued;
import com.asta.billing.event.InvoicesIssued;
import com.asta.charging.service.BilledUsage;
import com.asta.charging.service.CreditReleaseService;
import com.asta.common.service.Database;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Tells charging which usage issued invoices took, so that it releases the credit.
 *
 * <p>This happens after the invoices' event, not while they are issued: the transaction of a bill
 * run's chunk has a thousand accounts and lasts for seconds, and as long as it held locks of
 * charging accounts, the lanes that charge calls would wait for it. The event is published by the
 * same transaction, so no release is lost; charging sees to it that none happens twice.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class BilledCredits {
  @Inject private Database sql;
  @Inject private CreditReleaseService credit;

  /** Releases the credit that the usage on these invoices was drawn on. */
  public void release(InvoicesIssued fact) {
    List<BilledUsage> usage = usage(fact.invoices());
    if (!usage.isEmpty()) {
      credit.release(usage);
    }
  }

  private List<BilledUsage> usage(List<InvoiceIssued> invoices) {
    return sql.rows(
        "select b.id, b.invoice_number, b.cycle_end, b.currency, u.subscription_id,"
            + " sum(u.rated) as rated from unnest(?::bigint[], ?::bigint[]) d (account_id, id)"
            + " join billing.bill b on b.account_id = d.account_id and b.id = d.id"
            + " join billing.billed_usage u on u.account_id = b.account_id and u.bill_id = b.id"
            + " where b.status = 'FINAL' group by b.account_id, b.id, u.subscription_id"
            + " having sum(u.rated) > 0 order by b.account_id, b.id, u.subscription_id",
        row ->
            new BilledUsage(
                row.getLong("id"),
                row.getString("invoice_number"),
                Database.date(row, "cycle_end"),
                row.getLong("subscription_id"),
                row.getBigDecimal("rated"),
                row.getString("currency")),
        invoices.stream().map(InvoiceIssued::accountId).toList(),
        invoices.stream().map(InvoiceIssued::invoiceId).toList());
  }
}
