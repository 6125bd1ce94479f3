package com.asta.charging.batch;

import com.asta.charging.service.IntakeCounts;
import com.asta.charging.service.UsageImportService;
import com.asta.charging.service.UsagePrepared;
import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Stores a chunk of usage in the chunk's transaction. */
@Named
@Dependent
public class UsageWriter extends AbstractItemWriter {
  /** Sums of a file that may wait; beyond that they are folded before it goes on. */
  private static final long MOST_PARTS = 1_000_000;

  @Inject
  @BatchProperty(name = "fileId")
  private String fileId;

  @Inject private SystemCaller system;
  @Inject private UsageImportService imports;
  @Inject private Progress progress;
  @Inject private UsageFold fold;

  private long parts;

  @Override
  public void open(Serializable checkpoint) {
    fold();
  }

  @Override
  public void writeItems(List<Object> items) {
    for (Object item : items) {
      if (parts > MOST_PARTS) {
        fold();
      }
      UsagePrepared chunk = (UsagePrepared) item;
      IntakeCounts counts = system.call(() -> imports.take(chunk));
      parts += counts.rated();
      progress.done(counts.lines() - counts.rejected());
      progress.rejected(counts.rejected());
    }
  }

  private void fold() {
    fold.run(Long.parseLong(fileId));
    parts = 0;
  }
}
