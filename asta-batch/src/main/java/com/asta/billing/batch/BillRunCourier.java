package com.asta.billing.batch;

import com.asta.billing.service.DeliveryWork;
import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Sends the invoices of a chunk of accounts on their way. */
@Named
@Dependent
public class BillRunCourier extends AbstractItemWriter {
  @Inject @BatchProperty private long runId;
  @Inject private DeliveryWork work;
  @Inject private SystemCaller system;
  @Inject private Progress progress;

  @Override
  public void writeItems(List<Object> accountIds) {
    List<Long> ids = accountIds.stream().map(Long.class::cast).toList();
    progress.done(system.call(() -> work.deliver(runId, ids)));
  }
}
