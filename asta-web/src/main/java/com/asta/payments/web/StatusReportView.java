package com.asta.payments.web;

import com.asta.common.batch.JobControl;
import com.asta.common.batch.JobRun;
import com.asta.common.service.SuspendedRecord;
import com.asta.common.service.Suspense;
import com.asta.common.service.SuspenseQuery;
import com.asta.payments.service.StatusReportImport;
import com.asta.payments.service.StatusReportRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One report of the bank: what it changed, and what could not be applied. */
@Named
@ViewScoped
public class StatusReportView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 200;

  @Inject private StatusReportImport reports;
  @Inject private JobControl jobs;
  @Inject private Suspense suspense;

  private long id;
  private transient StatusReportRow row;
  private transient JobRun run;
  private transient List<SuspendedRecord> unapplied;

  /** Loads the state of now; the page asks again while the job runs. */
  public void load() {
    look();
    if (row.finishedAt() == null && !isRunning()) {
      // Its job may have ended between the two looks; what has stopped is no different now.
      look();
    }
  }

  private void look() {
    row = reports.report(id);
    run = row.executionId() == null ? null : jobs.run(row.executionId());
    unapplied = suspense.list(new SuspenseQuery("payments", null, row.name(), null), 0, MOST);
  }

  public boolean isRunning() {
    return run != null && run.isRunning();
  }

  public StatusReportRow getRow() {
    if (row == null) {
      load();
    }
    return row;
  }

  public List<SuspendedRecord> getUnapplied() {
    return unapplied;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
