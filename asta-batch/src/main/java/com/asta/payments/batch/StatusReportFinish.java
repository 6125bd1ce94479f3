package com.asta.payments.batch;

import com.asta.common.service.SystemCaller;
import com.asta.payments.service.StatusReportImport;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Marks a status report as done. */
@Named
@Dependent
public class StatusReportFinish extends AbstractBatchlet {
  @Inject
  @BatchProperty(name = "fileId")
  private String fileId;

  @Inject private SystemCaller system;
  @Inject private StatusReportImport reports;

  @Override
  public String process() {
    system.run(() -> reports.finish(Long.parseLong(fileId)));
    return "COMPLETED";
  }
}
