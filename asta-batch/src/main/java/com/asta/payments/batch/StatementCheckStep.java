package com.asta.payments.batch;

import com.asta.common.service.SystemCaller;
import com.asta.payments.service.StatementImport;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Reads a statement file whole; refuses it or lets it be booked. */
@Named
@Dependent
public class StatementCheckStep extends AbstractBatchlet {
  @Inject
  @BatchProperty(name = "fileId")
  private String fileId;

  @Inject private SystemCaller system;
  @Inject private StatementImport imports;

  @Override
  public String process() {
    boolean accepted = system.call(() -> imports.check(Long.parseLong(fileId)));
    return accepted ? "ACCEPTED" : "REFUSED";
  }
}
