package com.asta.charging.batch;

import com.asta.charging.service.UsageImportService;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Closes a usage file that was read to its end. */
@Named
@Dependent
public class UsageFinish extends AbstractBatchlet {
  @Inject
  @BatchProperty(name = "fileId")
  private String fileId;

  @Inject private SystemCaller system;
  @Inject private UsageImportService imports;

  @Override
  public String process() {
    system.run(() -> imports.finish(Long.parseLong(fileId)));
    return "COMPLETED";
  }
}
