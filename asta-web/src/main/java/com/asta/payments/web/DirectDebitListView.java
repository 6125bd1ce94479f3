package com.asta.payments.web;

import com.asta.common.web.PagedModel;
import com.asta.payments.batch.DirectDebitJob;
import com.asta.payments.batch.StatusImportJob;
import com.asta.payments.service.CollectionTotal;
import com.asta.payments.service.DebitBatchRow;
import com.asta.payments.service.DebitPolicy;
import com.asta.payments.service.DebitSettingsService;
import com.asta.payments.service.DirectDebitService;
import com.asta.payments.service.StatusReportImport;
import com.asta.payments.service.StatusReportRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;
import org.primefaces.event.FileUploadEvent;

/** Batches of direct debits, and the bank's reports about them. */
@Named
@ViewScoped
public class DirectDebitListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private DirectDebitService debits;
  @Inject private DirectDebitJob job;
  @Inject private DebitSettingsService settings;
  @Inject private StatusReportImport reports;
  @Inject private StatusImportJob imports;

  private transient PagedModel<DebitBatchRow> rows;
  private transient PagedModel<StatusReportRow> reportRows;
  private transient List<CollectionTotal> due;
  private transient DebitPolicy policy;

  /** Loads what could be collected now. */
  public void load() {
    policy = settings.policy();
    due = debits.due();
  }

  /** Begins a batch, or goes to the one that is being gathered. */
  public String start() {
    return "/payments/direct-debit.xhtml?faces-redirect=true&id=" + job.start();
  }

  /** Takes a report in and goes to its page. */
  public void upload(FileUploadEvent event) throws IOException {
    try (InputStream content = event.getFile().getInputStream()) {
      long fileId = imports.upload(event.getFile().getFileName(), content);
      Faces.redirect(Faces.getRequestContextPath() + "/payments/status-report.xhtml?id=%s", fileId);
    }
  }

  public PagedModel<DebitBatchRow> getRows() {
    if (rows == null) {
      rows = new PagedModel<>(debits::list, DebitBatchRow::id);
    }
    return rows;
  }

  public PagedModel<StatusReportRow> getReports() {
    if (reportRows == null) {
      reportRows = new PagedModel<>(reports::list, StatusReportRow::fileId);
    }
    return reportRows;
  }

  public List<CollectionTotal> getDue() {
    return due;
  }

  public DebitPolicy getPolicy() {
    return policy;
  }
}
