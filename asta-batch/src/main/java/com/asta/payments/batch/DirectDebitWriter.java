package com.asta.payments.batch;

import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import com.asta.payments.service.DirectDebitService;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Makes the collections of a chunk of accounts in the chunk's transaction. */
@Named
@Dependent
public class DirectDebitWriter extends AbstractItemWriter {
  @Inject
  @BatchProperty(name = "batchId")
  private String batchId;

  @Inject private SystemCaller system;
  @Inject private DirectDebitService debits;
  @Inject private Progress progress;

  @Override
  public void writeItems(List<Object> items) {
    List<Long> accounts = items.stream().map(Long.class::cast).toList();
    system.call(() -> debits.choose(Long.parseLong(batchId), accounts));
    progress.done(accounts.size());
  }
}
