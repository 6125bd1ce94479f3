package com.asta.billing.batch;

import com.asta.billing.service.BillRunWork;
import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Calculates and stores the drafts of a chunk of accounts. */
@Named
@Dependent
public class BillRunDrafter extends AbstractItemWriter {
  @Inject @BatchProperty private long runId;
  @Inject private BillRunWork work;
  @Inject private SystemCaller system;
  @Inject private Progress progress;

  @Override
  public void writeItems(List<Object> accountIds) {
    List<Long> ids = accountIds.stream().map(Long.class::cast).toList();
    BillRunWork.Chunk chunk = system.call(() -> work.draft(runId, ids));
    progress.done(chunk.done());
    progress.rejected(chunk.quarantined());
  }
}
