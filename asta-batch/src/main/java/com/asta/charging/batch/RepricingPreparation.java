package com.asta.charging.batch;

import com.asta.charging.service.RepricingWork;
import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Puts the accounts with such usage into a repricing. */
@Named
@Dependent
public class RepricingPreparation extends AbstractBatchlet {
  @Inject @BatchProperty private long repricingId;
  @Inject private RepricingWork work;
  @Inject private SystemCaller system;
  @Inject private Progress progress;

  @Override
  public String process() {
    progress.total(system.call(() -> work.prepare(repricingId)));
    return "COMPLETED";
  }
}
