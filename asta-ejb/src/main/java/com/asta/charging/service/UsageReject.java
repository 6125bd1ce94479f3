package com.asta.charging.service;

import java.time.Instant;

/**
 * A line of usage in suspense.
 *
 * @param position its line in the file
 * @param subscriber who is charged instead of whom the line says; null as the line says
 * @param destination what was called instead; null as the line says
 */
public record UsageReject(
    long id,
    long fileId,
    String fileName,
    String position,
    String reason,
    String detail,
    String raw,
    String subscriber,
    String destination,
    Instant at) {
  /** Whether a person said something else than the line says. */
  public boolean corrected() {
    return subscriber != null || destination != null;
  }
}
