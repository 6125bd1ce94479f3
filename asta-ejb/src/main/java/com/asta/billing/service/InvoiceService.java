package com.asta.billing.service;

import com.asta.charging.service.UsageRecord;
import com.asta.common.service.Roles;
import com.asta.customers.service.CustomerQuery;
import com.asta.customers.service.CustomerRow;
import com.asta.customers.service.CustomerService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Issued invoices for staff and for other subsystems. They never change. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
public class InvoiceService {
  /** Events of one line that a document prints. */
  private static final int MOST_CALLS = 1_000;

  /**
   * Customers of one name whose invoices are quicker found by customer than by going through all.
   */
  private static final int MOST_MEANT = 500;

  @Inject private CustomerService customers;
  @Inject private Invoices invoices;
  @Inject private InvoicePdf pdf;
  @Inject private BillService bills;

  /**
   * An invoice by its id.
   *
   * @throws BillingRefused INVOICE_UNKNOWN
   */
  public InvoiceCard invoice(long id) {
    return card(row(id));
  }

  public Optional<InvoiceCard> byNumber(String number) {
    return invoices.byNumber(number).map(InvoiceService::card);
  }

  /** Those of the ids that exist. */
  public Map<Long, InvoiceCard> invoices(Collection<Long> ids) {
    return invoices.rows(ids).stream()
        .map(InvoiceService::card)
        .collect(Collectors.toMap(InvoiceCard::id, Function.identity()));
  }

  /**
   * Newest first. A text also finds the invoices of customers who are found by it; where those are
   * many, by the name on the invoice.
   */
  public List<InvoiceRow> list(InvoiceQuery query, int offset, int limit) {
    return invoices.list(query, meant(query), offset, limit);
  }

  /** The customers whom a text means; empty when they are too many to be looked up one by one. */
  private Optional<List<Long>> meant(InvoiceQuery query) {
    if (query.text() == null || query.text().isBlank()) {
      return Optional.of(List.of());
    }
    CustomerQuery meant = new CustomerQuery(query.text(), null, null, null);
    List<Long> found =
        customers.list(meant, 0, MOST_MEANT + 1).stream().map(CustomerRow::id).toList();
    return found.size() > MOST_MEANT ? Optional.empty() : Optional.of(found);
  }

  /**
   * An invoice with its lines and taxes.
   *
   * @throws BillingRefused INVOICE_UNKNOWN
   */
  public InvoiceDocument document(long id) {
    return invoices.document(row(id));
  }

  /** The taxes of an issued document, by rate; none if there is no such document. */
  public List<TaxRow> taxes(long id) {
    return invoices.row(id).map(invoices::taxes).orElse(List.of());
  }

  /** The taxes of issued documents, by document and rate; documents without any are absent. */
  public Map<Long, List<TaxRow>> taxes(Collection<Long> ids) {
    return invoices.taxes(ids);
  }

  /** Net and tax of all documents issued from a day until before another, by rate and currency. */
  public List<SalesTotal> sales(LocalDate from, LocalDate until) {
    return invoices.sales(from, until);
  }

  /**
   * The invoice as a document to print or send.
   *
   * @param language {@code pl} or {@code en}; null for the one in which it was issued
   * @throws BillingRefused INVOICE_UNKNOWN
   */
  public byte[] pdf(long id, String language) {
    return render(document(id), Map.of(), language);
  }

  /**
   * As {@link #pdf(long, String)}, with every event behind the lines, up to a reader's patience.
   */
  public byte[] pdfWithCalls(long id, String language) {
    InvoiceDocument document = document(id);
    return render(document, calls(document), language);
  }

  /**
   * The invoice as an e-invoice: UBL 2.1 by EN 16931, in UTF-8.
   *
   * @throws BillingRefused INVOICE_UNKNOWN
   */
  public byte[] xml(long id) {
    return EInvoice.xml(document(id));
  }

  /** As {@link #pdf(long, String)}, in the language in which it was issued. */
  public byte[] pdf(long id) {
    return pdf(id, null);
  }

  private byte[] render(
      InvoiceDocument document, Map<Integer, List<UsageRecord>> calls, String language) {
    String wanted = language == null ? document.head().language() : language;
    return pdf.render(InvoiceSheet.of(document, calls), wanted);
  }

  private Map<Integer, List<UsageRecord>> calls(InvoiceDocument document) {
    if (document.isCreditNote()) {
      return Map.of();
    }
    Map<Integer, List<UsageRecord>> calls = new HashMap<>();
    for (InvoiceLine line : document.lines()) {
      if (line.quantity() != null) {
        calls.put(line.line(), bills.usage(document.head().id(), line.line(), 0, MOST_CALLS));
      }
    }
    return calls;
  }

  private InvoiceRow row(long id) {
    return invoices
        .row(id)
        .orElseThrow(() -> new BillingRefused(BillingRefused.Reason.INVOICE_UNKNOWN, id));
  }

  private static InvoiceCard card(InvoiceRow row) {
    return new InvoiceCard(
        row.id(),
        row.number(),
        row.accountId(),
        row.customerId(),
        row.issuedOn(),
        row.dueOn(),
        row.net(),
        row.tax(),
        row.gross(),
        row.language());
  }
}
