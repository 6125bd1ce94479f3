package com.asta.payments.batch;

import com.asta.common.service.SystemCaller;
import com.asta.payments.service.StatusReportImport;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Reads a status report whole; refuses it or lets it be applied. */
@Named
@Dependent
public class StatusReportCheck extends AbstractBatchlet {
  @Inject
  @BatchProperty(name = "fileId")
  private String fileId;

  @Inject private SystemCaller system;
  @Inject private StatusReportImport reports;

  @Override
  public String process() {
    boolean accepted = system.call(() -> reports.check(Long.parseLong(fileId)));
    return accepted ? "ACCEPTED" : "REFUSED";
  }
}
