package com.asta.charging.batch;

import com.asta.charging.service.LedgerCheckService;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Closes the record of a ledger check. */
@Named
@Dependent
public class LedgerCheckFinish extends AbstractBatchlet {
  @Inject private JobContext job;
  @Inject private SystemCaller system;
  @Inject private LedgerCheckService checks;

  @Override
  public String process() {
    system.run(() -> checks.finish(job.getInstanceId()));
    return null;
  }
}
