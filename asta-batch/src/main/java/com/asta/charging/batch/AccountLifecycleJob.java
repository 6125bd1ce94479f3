package com.asta.charging.batch;

import com.asta.common.batch.JobControl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Starts the nightly work on accounts: status by their dates, expiry of buckets, forfeiture. */
@ApplicationScoped
public class AccountLifecycleJob {
  /** The job's name. */
  public static final String NAME = "charging-account-lifecycle";

  @Inject private JobControl jobs;

  /** Starts a run for the business day of now; returns the job's execution. */
  public long start() {
    return jobs.start(NAME, Map.of());
  }
}
