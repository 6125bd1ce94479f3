package com.asta.charging.service;

import com.asta.charging.rules.SessionGroup;
import java.time.Instant;
import java.util.List;

/**
 * A session with all that happened in it.
 *
 * @param answers in the order of their numbers
 */
public record SessionCard(SessionRow row, List<SessionGroup> groups, List<Answered> answers) {
  /** An answer that was given. */
  public record Answered(Instant at, ChargingAnswer answer) {}
}
