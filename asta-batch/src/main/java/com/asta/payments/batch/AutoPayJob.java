package com.asta.payments.batch;

import com.asta.common.batch.JobControl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;

/** Starts the charging of saved cards. */
@ApplicationScoped
public class AutoPayJob {
  /** The job's name. */
  public static final String NAME = "payments-auto-pay";

  @Inject private JobControl jobs;

  /** Starts a run for a day; returns the job's execution. */
  public long start(LocalDate day) {
    return jobs.start(NAME, Map.of("asOf", day.toString()));
  }
}
