package com.asta.common.batch;

/** Where an execution stands; the names are those of JSR 352's batch status. */
public enum JobStatus {
  STARTING,
  STARTED,
  STOPPING,
  STOPPED,
  FAILED,
  COMPLETED,
  ABANDONED;

  /** True until it has ended. */
  public boolean isRunning() {
    return this == STARTING || this == STARTED || this == STOPPING;
  }
}
