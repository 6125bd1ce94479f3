package com.asta.billing.batch;

import com.asta.billing.service.BillRunWork;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Checks, before the first invoice is written, that the run was approved. */
@Named
@Dependent
public class BillRunApproval extends AbstractBatchlet {
  @Inject @BatchProperty private long runId;
  @Inject private BillRunWork work;
  @Inject private SystemCaller system;

  @Override
  public String process() {
    system.run(() -> work.checkApproved(runId));
    return "COMPLETED";
  }
}
