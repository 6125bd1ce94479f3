package com.asta.payments.batch;

import com.asta.common.service.SystemCaller;
import com.asta.payments.service.DirectDebitService;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Writes the file of a batch, once however often it is taken up. */
@Named
@Dependent
public class DirectDebitSubmit extends AbstractBatchlet {
  @Inject
  @BatchProperty(name = "batchId")
  private String batchId;

  @Inject private SystemCaller system;
  @Inject private DirectDebitService debits;

  @Override
  public String process() {
    long id = Long.parseLong(batchId);
    system.run(() -> debits.group(id));
    system.run(() -> debits.submit(id));
    return "COMPLETED";
  }
}
