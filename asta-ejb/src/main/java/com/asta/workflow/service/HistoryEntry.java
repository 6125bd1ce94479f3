package com.asta.workflow.service;

import java.time.Instant;

/**
 * One line of an instance's history.
 *
 * @param who the person who did it; null for the machine
 * @param detail a reason; may be null
 */
public record HistoryEntry(
    Instant at, What what, String stepId, String stepName, String who, String detail) {
  /** What happened. */
  public enum What {
    REACHED,
    FINISHED,
    FAILED,
    RETRIED,
    CANCELLED
  }
}
