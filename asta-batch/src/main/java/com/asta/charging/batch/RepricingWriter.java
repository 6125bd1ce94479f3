package com.asta.charging.batch;

import com.asta.charging.service.RepricingWork;
import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Prices a chunk of accounts anew in the chunk's transaction. */
@Named
@Dependent
public class RepricingWriter extends AbstractItemWriter {
  @Inject @BatchProperty private long repricingId;
  @Inject private RepricingWork work;
  @Inject private SystemCaller system;
  @Inject private Progress progress;

  @Override
  public void writeItems(List<Object> accountIds) {
    List<Long> ids = accountIds.stream().map(Long.class::cast).toList();
    system.run(() -> work.price(repricingId, ids));
    progress.done(ids.size());
  }
}
