package com.asta.billing.service;

import com.asta.billing.rules.HoldKind;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that is, was or will be held back for an account.
 *
 * @param until first day without it; null for no end
 * @param endedBy who took it back; null unless somebody did
 * @param active true if it holds today
 */
public record HoldRow(
    long id,
    long accountId,
    HoldKind kind,
    String reason,
    LocalDate from,
    LocalDate until,
    String placedBy,
    Instant placedAt,
    String endedBy,
    Instant endedAt,
    boolean active) {
  /** True while it holds or will hold, so that it can be taken back. */
  public boolean isOpen() {
    return endedAt == null;
  }
}
