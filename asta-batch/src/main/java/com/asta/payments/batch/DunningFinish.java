package com.asta.payments.batch;

import com.asta.common.service.SystemCaller;
import com.asta.payments.service.DunningWork;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Says that a run is through. */
@Named
@Dependent
public class DunningFinish extends AbstractBatchlet {
  @Inject @BatchProperty private long runId;
  @Inject private DunningWork work;
  @Inject private SystemCaller system;

  @Override
  public String process() {
    system.run(() -> work.finish(runId));
    return "DONE";
  }
}
