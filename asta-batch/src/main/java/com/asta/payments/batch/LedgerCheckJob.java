package com.asta.payments.batch;

import com.asta.common.batch.JobControl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Starts the proof of the book. */
@ApplicationScoped
public class LedgerCheckJob {
  /** The job's name. */
  public static final String NAME = "payments-ledger-check";

  @Inject private JobControl jobs;

  /** Starts a proof; returns the job's execution. */
  public long start() {
    return jobs.start(NAME, Map.of());
  }
}
