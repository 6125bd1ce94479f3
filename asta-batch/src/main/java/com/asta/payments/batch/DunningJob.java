package com.asta.payments.batch;

import com.asta.common.batch.JobControl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;

/** Starts dunning. */
@ApplicationScoped
public class DunningJob {
  /** The job's name. */
  public static final String NAME = "payments-dunning";

  @Inject private JobControl jobs;

  /** Starts a run that decides as of a day; returns the job's execution. */
  public long start(LocalDate asOf) {
    return jobs.start(NAME, Map.of("asOf", asOf.toString()));
  }
}
