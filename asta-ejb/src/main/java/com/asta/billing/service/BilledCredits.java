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
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
    return sql
        .rows(
            "select b.id, i.number, b.cycle_end, b.currency, b.used"
                + " from unnest(?::bigint[], ?::bigint[]) d (account_id, id)"
                + " join billing.bill b on b.account_id = d.account_id and b.id = d.id"
                + " join billing.invoice i on i.account_id = b.account_id and i.id = b.id"
                + " order by b.account_id, b.id",
            BilledCredits::billed,
            invoices.stream().map(InvoiceIssued::accountId).toList(),
            invoices.stream().map(InvoiceIssued::invoiceId).toList())
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /** What one invoice took, by subscription; nothing where it gives back as much. */
  private static List<BilledUsage> billed(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    String number = row.getString("number");
    LocalDate cycleEnd = Database.date(row, "cycle_end");
    String currency = row.getString("currency");
    SortedMap<Long, BigDecimal> rated = new TreeMap<>();
    BookText.used(row.getString("used"), currency)
        .forEach(
            each -> rated.merge(each.subscriptionId(), each.rated().amount(), BigDecimal::add));
    return rated.entrySet().stream()
        .filter(each -> each.getValue().signum() > 0)
        .map(
            each -> new BilledUsage(id, number, cycleEnd, each.getKey(), each.getValue(), currency))
        .toList();
  }
}
