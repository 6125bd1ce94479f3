package com.asta.billing.web;

import com.asta.billing.service.BillService;
import com.asta.billing.service.CorrectionRow;
import com.asta.billing.service.CorrectionService;
import com.asta.billing.service.InvoiceDocument;
import com.asta.billing.service.InvoiceService;
import com.asta.billing.service.TaxExplanation;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/**
 * An invoice or a credit note as it was issued; the lines of an invoice are those of the bill with
 * the same id.
 */
@Named
@ViewScoped
public class InvoiceView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient InvoiceService service;
  @Inject private transient BillService bills;
  @Inject private transient CorrectionService corrections;

  private long id;
  private transient InvoiceDocument invoice;
  private transient List<CorrectionRow> corrected;
  private transient List<TaxExplanation> taxes;

  public InvoiceDocument getInvoice() {
    if (invoice == null) {
      invoice = service.document(id);
    }
    return invoice;
  }

  /** The credit notes and proposals, newest first. */
  public List<CorrectionRow> getCorrections() {
    if (corrected == null) {
      corrected = corrections.ofInvoice(id);
    }
    return corrected;
  }

  /** How the tax came about. */
  public List<TaxExplanation> getTaxes() {
    if (taxes == null) {
      taxes = bills.explainTax(id);
    }
    return taxes;
  }

  /** A second person agrees. */
  public String approve(long correctionId) {
    CorrectionRow done = corrections.approve(correctionId);
    Messages.done("billing", "correction.issued");
    return "/billing/credit-note.xhtml?faces-redirect=true&id=" + done.creditNoteId();
  }

  /** The wish is dropped. */
  public String reject(long correctionId) {
    corrections.reject(correctionId);
    Messages.done("billing", "correction.rejected");
    return "/billing/invoice.xhtml?faces-redirect=true&id=" + id;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
