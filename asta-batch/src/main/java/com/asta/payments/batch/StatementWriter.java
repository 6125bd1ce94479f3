package com.asta.payments.batch;

import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import com.asta.payments.rules.StatementEntry;
import com.asta.payments.service.ImportTally;
import com.asta.payments.service.StatementImport;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * Records a chunk of entries as payments, in lanes that commit before the chunk does: what a crash
 * leaves recorded is known by its place when the chunk is read again.
 */
@Named
@Dependent
public class StatementWriter extends AbstractItemWriter {
  @Inject
  @BatchProperty(name = "fileId")
  private String fileId;

  @Inject private SystemCaller system;
  @Inject private StatementImport imports;
  @Inject private Progress progress;

  @Override
  public void writeItems(List<Object> items) {
    List<StatementEntry> entries = items.stream().map(StatementEntry.class::cast).toList();
    ImportTally tally = system.call(() -> imports.recordInLanes(Long.parseLong(fileId), entries));
    progress.done(tally.recorded());
    progress.rejected(tally.rejected());
  }
}
