package com.asta.billing.batch;

import com.asta.billing.service.BillRunWork;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Ends the trial: a person decides. */
@Named
@Dependent
public class BillRunReview extends AbstractBatchlet {
  @Inject @BatchProperty private long runId;
  @Inject private BillRunWork work;
  @Inject private SystemCaller system;

  @Override
  public String process() {
    system.run(() -> work.endTrial(runId));
    return "COMPLETED";
  }
}
