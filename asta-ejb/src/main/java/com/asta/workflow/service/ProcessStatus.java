package com.asta.workflow.service;

/** How a process instance is. */
public enum ProcessStatus {
  RUNNING,
  /** Running, and a failed step waits for a person. */
  INCIDENT,
  COMPLETED,
  CANCELLED
}
