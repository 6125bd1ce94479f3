package com.asta.payments.batch;

import com.asta.common.service.SystemCaller;
import com.asta.payments.service.StatementImport;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Marks a statement file as done. */
@Named
@Dependent
public class StatementFinish extends AbstractBatchlet {
  @Inject
  @BatchProperty(name = "fileId")
  private String fileId;

  @Inject private SystemCaller system;
  @Inject private StatementImport imports;

  @Override
  public String process() {
    system.run(() -> imports.finish(Long.parseLong(fileId)));
    return "COMPLETED";
  }
}
