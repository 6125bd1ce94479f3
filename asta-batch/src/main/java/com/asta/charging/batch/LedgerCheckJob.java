package com.asta.charging.batch;

import com.asta.common.batch.JobControl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Starts the proof that balances equal their entries. */
@ApplicationScoped
public class LedgerCheckJob {
  /** The job's name. */
  public static final String NAME = "charging-ledger-check";

  @Inject private JobControl jobs;

  /** Starts a check of all accounts; returns the job's execution. */
  public long start() {
    return jobs.start(NAME, Map.of());
  }
}
