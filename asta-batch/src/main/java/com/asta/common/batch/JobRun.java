package com.asta.common.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** One execution of a job; a restart is an execution of its own of the same instance. */
public record JobRun(
    long executionId,
    long instanceId,
    String job,
    Map<String, String> parameters,
    String startedBy,
    Long restartOf,
    JobStatus status,
    String exitStatus,
    Instant startedAt,
    Instant endedAt,
    boolean newest,
    JobCount count) {

  /** How long it took, or takes until now. */
  public Duration duration(Instant now) {
    if (startedAt == null) {
      return Duration.ZERO;
    }
    Duration taken = Duration.between(startedAt, endedAt == null ? now : endedAt);
    return taken.isNegative() ? Duration.ZERO : taken;
  }

  /** True while it works, so that a page goes on asking. */
  public boolean isRunning() {
    return status.isRunning();
  }

  /** True if it can be taken up where it stopped. */
  public boolean isRestartable() {
    return newest && (status == JobStatus.STOPPED || status == JobStatus.FAILED);
  }
}
