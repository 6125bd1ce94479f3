package com.asta.charging.batch;

import com.asta.charging.service.UsageImportService;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Folds the sums of a usage file that was read to its end into the totals, and closes it. */
@Named
@Dependent
public class UsageFinish extends AbstractBatchlet {
  @Inject
  @BatchProperty(name = "fileId")
  private String fileId;

  @Inject private SystemCaller system;
  @Inject private UsageImportService imports;
  @Inject private UsageFold fold;

  @Override
  public String process() {
    long id = Long.parseLong(fileId);
    fold.run(id);
    system.run(() -> imports.finish(id));
    return "COMPLETED";
  }
}
