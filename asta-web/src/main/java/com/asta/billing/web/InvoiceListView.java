package com.asta.billing.web;

import com.asta.billing.service.CorrectionRow;
import com.asta.billing.service.CorrectionService;
import com.asta.billing.service.InvoiceQuery;
import com.asta.billing.service.InvoiceRow;
import com.asta.billing.service.InvoiceService;
import com.asta.common.web.PagedModel;
import com.asta.common.web.WebUser;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** Invoices, newest first; the filter lives in the address. */
@Named
@ViewScoped
public class InvoiceListView implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int WAITING_SHOWN = 10;

  @Inject private transient InvoiceService service;
  @Inject private transient CorrectionService corrections;
  @Inject private WebUser user;

  private String q;
  private LocalDate from;
  private LocalDate to;
  private Long run;
  private transient PagedModel<InvoiceRow> invoices;
  private transient List<CorrectionRow> waiting;

  public PagedModel<InvoiceRow> getInvoices() {
    if (invoices == null) {
      invoices =
          new PagedModel<>(
              (offset, limit) ->
                  service.list(new InvoiceQuery(q, from, to, run, null), offset, limit),
              InvoiceRow::id);
    }
    return invoices;
  }

  /** Corrections that wait for a second person; only who may decide sees them. */
  public List<CorrectionRow> getWaiting() {
    if (waiting == null) {
      waiting = user.any("billing admin") ? corrections.waiting(0, WAITING_SHOWN) : List.of();
    }
    return waiting;
  }

  /** The same page with the filter in its address. */
  public String filter() {
    return "/billing/invoice-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public String getQ() {
    return q;
  }

  public void setQ(String q) {
    this.q = q;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }

  public Long getRun() {
    return run;
  }

  public void setRun(Long run) {
    this.run = run;
  }
}
