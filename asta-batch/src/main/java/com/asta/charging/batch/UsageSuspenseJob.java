package com.asta.charging.batch;

import com.asta.charging.service.UsageRejects;
import com.asta.common.batch.JobControl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Tries thousands of suspended lines of usage again, with progress. */
@ApplicationScoped
public class UsageSuspenseJob {
  /** The job's name. */
  public static final String NAME = "charging-usage-suspense";

  @Inject private JobControl jobs;

  /** Starts with the lines that are open now and fit; chosen ones are not for a job. */
  public long start(UsageRejects which) {
    if (which.ids() != null) {
      throw new IllegalArgumentException("A job takes no chosen lines: " + which.ids().size());
    }
    Map<String, String> parameters = new HashMap<>();
    put(parameters, "reason", which.reason());
    put(parameters, "fileId", which.fileId());
    put(parameters, "from", which.from());
    put(parameters, "to", which.to());
    put(parameters, "text", which.text());
    return jobs.start(NAME, parameters);
  }

  private static void put(Map<String, String> parameters, String name, Object value) {
    if (value != null) {
      parameters.put(name, value.toString());
    }
  }
}
