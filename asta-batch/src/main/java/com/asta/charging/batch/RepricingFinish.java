package com.asta.charging.batch;

import com.asta.charging.service.RepricingWork;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** All accounts of a repricing are priced. */
@Named
@Dependent
public class RepricingFinish extends AbstractBatchlet {
  @Inject @BatchProperty private long repricingId;
  @Inject private RepricingWork work;
  @Inject private SystemCaller system;

  @Override
  public String process() {
    system.run(() -> work.finish(repricingId));
    return "COMPLETED";
  }
}
