package com.asta.billing.batch;

import com.asta.billing.service.DeliveryWork;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Ends the delivery once every invoice is on its way. */
@Named
@Dependent
public class DeliveryFinish extends AbstractBatchlet {
  @Inject @BatchProperty private long runId;
  @Inject private DeliveryWork work;
  @Inject private SystemCaller system;

  @Override
  public String process() {
    system.run(() -> work.finish(runId));
    return "COMPLETED";
  }
}
