package com.asta.payments.batch;

import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import com.asta.payments.rules.StatusPart;
import com.asta.payments.service.OpenReport;
import com.asta.payments.service.StatusReportImport;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Reads the parts of a status report; a restart passes over what was applied. */
@Named
@Dependent
public class StatusReportReader extends AbstractItemReader {
  @Inject
  @BatchProperty(name = "fileId")
  private String fileId;

  @Inject private SystemCaller system;
  @Inject private StatusReportImport reports;
  @Inject private Progress progress;

  private OpenReport report;
  private int position;

  @Override
  public void open(Serializable checkpoint) {
    long id = Long.parseLong(fileId);
    if (checkpoint == null) {
      progress.total(system.call(() -> reports.report(id).entries()));
    }
    report = system.call(() -> reports.read(id));
    int done = checkpoint == null ? 0 : (Integer) checkpoint;
    while (position < done && readItem() != null) {
      // over what an earlier execution applied
    }
  }

  @Override
  public StatusPart readItem() {
    StatusPart part = report.next().orElse(null);
    if (part != null) {
      position = part.position();
    }
    return part;
  }

  @Override
  public Serializable checkpointInfo() {
    return position;
  }

  @Override
  public void close() {
    if (report != null) {
      report.close();
    }
  }
}
