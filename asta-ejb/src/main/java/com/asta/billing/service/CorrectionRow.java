package com.asta.billing.service;

import com.asta.billing.rules.CorrectionReason;
import com.asta.common.Money;
import java.time.Instant;

/**
 * A correction of an invoice: waiting for a second person, issued or refused by one.
 *
 * @param gross what it gives back, below zero
 * @param creditNoteId null, as {@code creditNoteNumber}, unless issued
 */
public record CorrectionRow(
    long id,
    long accountId,
    long invoiceId,
    String invoiceNumber,
    String buyerName,
    CorrectionReason reason,
    String text,
    Money gross,
    Status status,
    String enteredBy,
    Instant enteredAt,
    String decidedBy,
    Instant decidedAt,
    Long creditNoteId,
    String creditNoteNumber) {

  /** How far it came. */
  public enum Status {
    PROPOSED,
    ISSUED,
    REJECTED
  }

  public boolean isProposed() {
    return status == Status.PROPOSED;
  }

  public boolean isIssued() {
    return status == Status.ISSUED;
  }
}
