package com.asta.payments.batch;

import com.asta.common.batch.JobControl;
import com.asta.payments.service.DirectDebitService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Starts batches of direct debits. */
@ApplicationScoped
public class DirectDebitJob {
  /** The job's name. */
  public static final String NAME = "payments-direct-debit";

  @Inject private JobControl jobs;
  @Inject private DirectDebitService debits;

  /** Begins a batch, or joins the one that is being gathered; returns its id. */
  public long start() {
    DirectDebitService.Begun begun = debits.begin();
    if (begun.fresh()) {
      long execution = jobs.start(NAME, Map.of("batchId", String.valueOf(begun.batchId())));
      debits.startedAs(begun.batchId(), execution);
    }
    return begun.batchId();
  }

  /** Takes up a batch whose job failed. */
  public void resume(long batchId) {
    long execution = jobs.restart(debits.batch(batchId).executionId());
    debits.startedAs(batchId, execution);
  }
}
