package com.asta.charging.batch;

import com.asta.charging.service.IntakeCounts;
import com.asta.charging.service.UsageImportService;
import com.asta.charging.service.UsageLine;
import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Rates and stores a chunk of lines in the chunk's transaction. */
@Named
@Dependent
public class UsageWriter extends AbstractItemWriter {
  @Inject
  @BatchProperty(name = "fileId")
  private String fileId;

  @Inject private SystemCaller system;
  @Inject private UsageImportService imports;
  @Inject private Progress progress;

  @Override
  public void writeItems(List<Object> items) {
    List<UsageLine> lines = items.stream().map(UsageLine.class::cast).toList();
    IntakeCounts counts = system.call(() -> imports.take(Long.parseLong(fileId), lines));
    progress.done(counts.lines() - counts.rejected());
    progress.rejected(counts.rejected());
  }
}
