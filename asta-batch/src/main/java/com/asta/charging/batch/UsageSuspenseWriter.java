package com.asta.charging.batch;

import com.asta.charging.service.UsageSuspense;
import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Tries a batch of suspended lines again in the chunk's transaction. */
@Named
@Dependent
public class UsageSuspenseWriter extends AbstractItemWriter {
  @Inject private SystemCaller system;
  @Inject private UsageSuspense suspense;
  @Inject private Progress progress;

  @Override
  public void writeItems(List<Object> items) {
    for (Object item : items) {
      List<Long> ids = ((List<?>) item).stream().map(Long.class::cast).toList();
      int taken = system.call(() -> suspense.retry(ids));
      progress.done(taken);
      progress.rejected(ids.size() - taken);
    }
  }
}
