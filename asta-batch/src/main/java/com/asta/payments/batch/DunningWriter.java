package com.asta.payments.batch;

import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import com.asta.payments.service.DunningWork;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Does what is due with a chunk of accounts in one transaction. If that fails each account is tried
 * by itself; the one that fails goes to suspense and the run goes on.
 */
@Named
@Dependent
public class DunningWriter extends AbstractItemWriter {
  private static final Logger LOG = Logger.getLogger(DunningWriter.class.getName());

  @Inject @BatchProperty private long runId;
  @Inject private DunningWork work;
  @Inject private SystemCaller system;
  @Inject private Progress progress;

  @Override
  public void writeItems(List<Object> items) {
    List<Long> accounts = items.stream().map(Long.class::cast).toList();
    int failed = 0;
    Optional<RuntimeException> together = system.attempt(() -> work.carryOut(runId, accounts));
    if (together.isPresent()) {
      LOG.log(
          Level.WARNING,
          "Dunning tries " + accounts.size() + " accounts one by one",
          together.get());
      for (long each : accounts) {
        failed += alone(each) ? 0 : 1;
      }
    }
    progress.done(items.size() - failed);
    progress.rejected(failed);
  }

  private boolean alone(long account) {
    Optional<RuntimeException> failure =
        system.attempt(() -> work.carryOut(runId, List.of(account)));
    failure.ifPresent(why -> system.run(() -> work.failed(runId, account, why.getMessage())));
    return failure.isEmpty();
  }
}
