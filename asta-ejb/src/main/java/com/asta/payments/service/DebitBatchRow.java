package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.OwnReference;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A batch of collections.
 *
 * @param fileId null before its file is written
 * @param amount null if its collections are in several currencies, or none
 * @param collected how many of the items are collected
 * @param failed how many were rejected or returned
 * @param takenAt when its file was taken away first, perhaps to the bank; null if never
 */
public record DebitBatchRow(
    long id,
    LocalDate asOf,
    State state,
    Long executionId,
    Long fileId,
    Instant createdAt,
    String createdBy,
    Instant finishedAt,
    long items,
    Money amount,
    long collected,
    long failed,
    Instant takenAt,
    String takenBy,
    Cancellation cancellation) {

  /** How far it is. */
  public enum State {
    /** Its collections are being chosen. */
    GATHERING,
    /** Its file is there. */
    SUBMITTED,
    /** There was nothing to collect. */
    EMPTY,
    /** It was taken back before the bank collected. */
    CANCELLED
  }

  /** That a batch is, or shall be, taken back; nulls for what has not been. */
  public record Cancellation(
      String reason, Instant askedAt, String askedBy, Instant doneAt, String doneBy) {
    /** Somebody asked, and nobody has decided. */
    public boolean isAsked() {
      return askedAt != null && doneAt == null;
    }

    public boolean isDone() {
      return doneAt != null;
    }
  }

  /** As the bank knows it. */
  public String messageId() {
    return new OwnReference(OwnReference.Kind.DDM, id).text();
  }

  /** How many the bank still owes an answer or the money for. */
  public long outstanding() {
    return cancellation.isDone() ? 0 : items - collected - failed;
  }
}
