package com.asta.billing.batch;

import com.asta.billing.service.DeliveryWork;
import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Checks, before the first invoice leaves, that the run is to be delivered. */
@Named
@Dependent
public class DeliveryDecision extends AbstractBatchlet {
  @Inject @BatchProperty private long runId;
  @Inject private DeliveryWork work;
  @Inject private SystemCaller system;
  @Inject private Progress progress;

  @Override
  public String process() {
    progress.total(system.call(() -> work.check(runId)));
    return "COMPLETED";
  }
}
