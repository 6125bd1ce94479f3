package com.asta.payments.web;

import com.asta.common.batch.JobControl;
import com.asta.common.batch.JobRun;
import com.asta.common.service.SuspendedRecord;
import com.asta.common.service.Suspense;
import com.asta.common.service.SuspenseQuery;
import com.asta.common.web.PagedModel;
import com.asta.payments.batch.StatementImportJob;
import com.asta.payments.service.BankEntryRow;
import com.asta.payments.service.PaymentQuery;
import com.asta.payments.service.PaymentRow;
import com.asta.payments.service.PaymentService;
import com.asta.payments.service.StatementFileRow;
import com.asta.payments.service.StatementImport;
import com.asta.payments.service.StatementRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One statement file: progress, payments, and entries that became none. */
@Named
@ViewScoped
public class StatementView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_REJECTED = 100;

  @Inject private StatementImport imports;
  @Inject private StatementImportJob job;
  @Inject private PaymentService payments;
  @Inject private JobControl jobs;
  @Inject private Suspense suspense;

  private long id;
  private transient StatementFileRow file;
  private transient List<StatementRow> statements;
  private transient List<BankEntryRow> others;
  private transient List<SuspendedRecord> rejected;
  private transient JobRun run;
  private transient PagedModel<PaymentRow> rows;

  /** Loads the state of now; the page asks again while the job runs. */
  public void load() {
    look();
    if (file.finishedAt() == null && !isRunning()) {
      // Its job may have ended between the two looks; what has stopped is no different now.
      look();
    }
  }

  private void look() {
    file = imports.file(id);
    statements = imports.statementsOf(id);
    others = imports.besidesPayments(id, MOST_REJECTED);
    run = file.executionId() == null ? null : jobs.run(file.executionId());
    rejected =
        suspense
            .list(new SuspenseQuery("payments", null, file.name(), null), 0, MOST_REJECTED)
            .stream()
            .toList();
  }

  /** Imports a refused file again. */
  public void retry() {
    job.retry(id);
    load();
  }

  /** What the file brought besides payments. */
  public List<BankEntryRow> getOthers() {
    return others;
  }

  public PagedModel<PaymentRow> getRows() {
    if (rows == null) {
      rows =
          new PagedModel<>(
              (offset, limit) -> payments.list(PaymentQuery.ofFile(id), offset, limit),
              PaymentRow::id);
    }
    return rows;
  }

  /** True while there is more to come. */
  public boolean isRunning() {
    return run != null && run.isRunning();
  }

  /** Whole percent of the entries; 100 once it has ended. */
  public int getPercent() {
    if (run == null || !run.isRunning()) {
      return 100;
    }
    return Math.max(0, run.count().percent());
  }

  public StatementFileRow getFile() {
    return file;
  }

  public List<StatementRow> getStatements() {
    return statements;
  }

  public List<SuspendedRecord> getRejected() {
    return rejected;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
