package com.asta.billing.batch;

import com.asta.billing.service.BillRunWork;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Puts the accounts that are due into the run. */
@Named
@Dependent
public class BillRunPreparation extends AbstractBatchlet {
  @Inject @BatchProperty private long runId;
  @Inject private BillRunWork work;
  @Inject private SystemCaller system;

  @Override
  public String process() {
    system.run(() -> work.prepare(runId));
    return "COMPLETED";
  }
}
