package com.asta.billing.web;

import com.asta.billing.service.BillItemRow;
import com.asta.billing.service.CorrectionRow;
import com.asta.billing.service.InvoiceDocument;
import com.asta.billing.service.InvoiceRow;
import com.asta.billing.service.ItemExplanation;
import com.asta.billing.service.SelfCareInvoices;
import com.asta.billing.service.TaxExplanation;
import com.asta.charging.service.UsageRecord;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The invoices of the customer who is signed in. */
@Named
@ViewScoped
public class SelfCareInvoicesView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LATEST = 3;

  @Inject private transient SelfCareInvoices service;

  private Long id;
  private Integer line;
  private transient List<InvoiceRow> latest;
  private transient PagedModel<InvoiceRow> all;
  private transient InvoiceDocument invoice;
  private transient List<BillItemRow> items;
  private transient List<CorrectionRow> corrections;
  private transient List<TaxExplanation> taxes;
  private transient ItemExplanation why;
  private transient PagedModel<UsageRecord> usage;

  /** The newest few, for the home page. */
  public List<InvoiceRow> getLatest() {
    if (latest == null) {
      latest = service.list(0, LATEST);
    }
    return latest;
  }

  public PagedModel<InvoiceRow> getAll() {
    if (all == null) {
      all = new PagedModel<>(service::list, InvoiceRow::id);
    }
    return all;
  }

  public InvoiceDocument getInvoice() {
    if (invoice == null && id != null) {
      invoice = service.document(id);
    }
    return invoice;
  }

  public List<BillItemRow> getItems() {
    if (items == null && id != null) {
      items = service.items(id);
    }
    return items;
  }

  public ItemExplanation getWhy() {
    if (why == null && id != null && line != null) {
      why = service.explain(id, line);
    }
    return why;
  }

  /** The credit notes of the invoice. */
  public List<CorrectionRow> getCorrections() {
    if (corrections == null) {
      corrections = service.corrections(id);
    }
    return corrections;
  }

  /** How the tax of the invoice came about. */
  public List<TaxExplanation> getTaxes() {
    if (taxes == null) {
      taxes = service.explainTax(id);
    }
    return taxes;
  }

  /** The usage behind the opened line. */
  public PagedModel<UsageRecord> getUsage() {
    if (usage == null) {
      usage =
          new PagedModel<>(
              (offset, limit) -> service.usage(id, line, offset, limit), UsageRecord::eventKey);
    }
    return usage;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public Integer getLine() {
    return line;
  }

  public void setLine(Integer line) {
    this.line = line;
  }
}
