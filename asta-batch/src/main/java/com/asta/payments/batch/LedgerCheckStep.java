package com.asta.payments.batch;

import com.asta.common.service.SystemCaller;
import com.asta.payments.service.LedgerService;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Proves the book; the job's exit status says how. */
@Named
@Dependent
public class LedgerCheckStep extends AbstractBatchlet {
  @Inject private SystemCaller system;
  @Inject private LedgerService ledger;

  @Override
  public String process() {
    system.call(ledger::check);
    long faults = system.call(() -> ledger.checks(1).get(0).faults());
    return faults == 0 ? "COMPLETED" : "FAULTS";
  }
}
