package com.asta.payments.batch;

import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import com.asta.payments.rules.StatusPart;
import com.asta.payments.service.ImportTally;
import com.asta.payments.service.StatusReportImport;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Applies a chunk of a status report in the chunk's transaction. */
@Named
@Dependent
public class StatusReportWriter extends AbstractItemWriter {
  @Inject
  @BatchProperty(name = "fileId")
  private String fileId;

  @Inject private SystemCaller system;
  @Inject private StatusReportImport reports;
  @Inject private Progress progress;

  @Override
  public void writeItems(List<Object> items) {
    List<StatusPart> parts = items.stream().map(StatusPart.class::cast).toList();
    ImportTally tally = system.call(() -> reports.apply(Long.parseLong(fileId), parts));
    progress.done(tally.recorded());
    progress.rejected(tally.rejected());
  }
}
