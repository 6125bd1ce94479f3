package com.asta.billing.service;

import com.asta.billing.service.BillingRefused.Reason;
import com.asta.common.Money;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Database;
import com.asta.common.service.Roles;
import com.asta.customers.service.CustomerService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Statements of accounts that another one pays for: their own lines of the payer's invoices, and
 * nothing else of them.
 */
@Stateless
@RolesAllowed({
  Roles.AGENT,
  Roles.BILLING,
  Roles.CASHIER,
  Roles.ADMIN,
  Roles.SYSTEM,
  Roles.CUSTOMER
})
public class StatementService {
  @Inject private Database sql;
  @Inject private Invoices invoices;
  @Inject private InvoicePdf pdf;
  @Inject private CustomerService customers;
  @Inject private CurrentUser user;

  /**
   * The statements of an account, newest first.
   *
   * @throws BillingRefused INVOICE_UNKNOWN for a customer whose account it is not
   */
  public List<StatementRow> ofAccount(long accountId, int offset, int limit) {
    onlyOwn(accountId);
    return sql.rows(
        "select i.id, i.number, i.issued_on, i.cycle_start, i.cycle_end, i.account_number,"
            + " i.currency, sum(l.net) as net from billing.invoice_line l"
            + " join billing.invoice i on i.account_id = l.account_id and i.id = l.invoice_id"
            + " where l.owner_account_id = ? and i.kind = 'INVOICE'"
            + " group by 1, 2, 3, 4, 5, 6, 7 order by i.id desc limit ? offset ?",
        row ->
            new StatementRow(
                accountId,
                row.getLong("id"),
                row.getString("number"),
                Database.date(row, "issued_on"),
                Database.date(row, "cycle_start"),
                Database.date(row, "cycle_end"),
                row.getString("account_number"),
                Money.of(row.getBigDecimal("net"), row.getString("currency"))),
        accountId,
        limit,
        offset);
  }

  /** The statements of the customer who asks, of all accounts. */
  @RolesAllowed(Roles.CUSTOMER)
  public List<StatementRow> own(int mostEach) {
    return customers.accountsOf(user.requiredCustomerId()).stream()
        .flatMap(account -> ofAccount(account.id(), 0, mostEach).stream())
        .toList();
  }

  /**
   * The account's lines of an invoice.
   *
   * @throws BillingRefused INVOICE_UNKNOWN if it has none there
   */
  public List<InvoiceLine> lines(long accountId, long invoiceId) {
    return document(accountId, invoiceId).lines();
  }

  /**
   * The statement as a document, in the language of the invoice.
   *
   * @throws BillingRefused INVOICE_UNKNOWN if the account has no lines there
   */
  public byte[] pdf(long accountId, long invoiceId) {
    InvoiceDocument document = document(accountId, invoiceId);
    return pdf.render(InvoiceSheet.statement(document), document.head().language());
  }

  private InvoiceDocument document(long accountId, long invoiceId) {
    onlyOwn(accountId);
    InvoiceDocument whole =
        invoices
            .row(invoiceId)
            .map(invoices::document)
            .orElseThrow(() -> new BillingRefused(Reason.INVOICE_UNKNOWN, invoiceId));
    String prefix = customers.account(accountId).number() + ",";
    List<InvoiceLine> own =
        whole.lines().stream()
            .filter(line -> line.owner() != null && line.owner().startsWith(prefix))
            .toList();
    if (own.isEmpty()) {
      throw new BillingRefused(Reason.INVOICE_UNKNOWN, invoiceId);
    }
    return whole.withLines(own);
  }

  private void onlyOwn(long accountId) {
    if (user.customerId().isPresent()
        && customers.account(accountId).customerId() != user.customerId().getAsLong()) {
      throw new BillingRefused(Reason.INVOICE_UNKNOWN, accountId);
    }
  }
}
