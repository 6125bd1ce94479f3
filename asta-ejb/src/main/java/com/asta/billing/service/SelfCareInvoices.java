package com.asta.billing.service;

import com.asta.billing.service.BillingRefused.Reason;
import com.asta.charging.service.UsageRecord;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.common.service.SystemCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * The invoices of the customer who is signed in, and of nobody else: a number that belongs to
 * another customer is answered as one that does not exist.
 */
@Stateless
@RolesAllowed(Roles.CUSTOMER)
public class SelfCareInvoices {
  @Inject private Invoices invoices;
  @Inject private InvoiceService service;
  @Inject private BillService bills;
  @Inject private CorrectionService corrections;
  @Inject private SystemCaller system;
  @Inject private CurrentUser user;

  /** Newest first. */
  public List<InvoiceRow> list(int offset, int limit) {
    return invoices.list(
        InvoiceQuery.ofCustomer(user.requiredCustomerId()), Optional.of(List.of()), offset, limit);
  }

  /**
   * One invoice.
   *
   * @throws BillingRefused INVOICE_UNKNOWN also if it is another customer's
   */
  public InvoiceDocument document(long id) {
    own(id);
    return system.call(() -> service.document(id));
  }

  /** The items of one invoice, with what explains them. */
  public List<BillItemRow> items(long id) {
    own(id);
    return system.call(() -> bills.bill(id).items());
  }

  /** What stands behind one line. */
  public ItemExplanation explain(long id, int line) {
    own(id);
    return system.call(() -> bills.explain(id, line));
  }

  /** Why one invoice differs from the one before. */
  public ComparedBill compare(long id) {
    own(id);
    return system.call(() -> bills.compare(id));
  }

  /** How the tax of one invoice came about. */
  public List<TaxExplanation> explainTax(long id) {
    own(id);
    return system.call(() -> bills.explainTax(id));
  }

  /** The credit notes of one invoice, newest first; what was only proposed is not shown. */
  public List<CorrectionRow> corrections(long id) {
    own(id);
    return system.call(() -> corrections.ofInvoice(id)).stream()
        .filter(CorrectionRow::isIssued)
        .toList();
  }

  /** The usage behind one line, newest first. */
  public List<UsageRecord> usage(long id, int line, int offset, int limit) {
    own(id);
    return system.call(() -> bills.usage(id, line, offset, limit));
  }

  /** One invoice as a PDF. */
  public byte[] pdf(long id, String language) {
    own(id);
    return system.call(() -> service.pdf(id, language));
  }

  /** One invoice as a PDF with every event behind its lines. */
  public byte[] pdfWithCalls(long id, String language) {
    own(id);
    return system.call(() -> service.pdfWithCalls(id, language));
  }

  /** One invoice as an e-invoice. */
  public byte[] xml(long id) {
    own(id);
    return system.call(() -> service.xml(id));
  }

  private void own(long id) {
    long customerId = user.requiredCustomerId();
    invoices
        .row(id)
        .filter(row -> row.customerId() == customerId)
        .orElseThrow(() -> new BillingRefused(Reason.INVOICE_UNKNOWN, id));
  }
}
