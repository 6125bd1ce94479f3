package com.asta.payments.service;

import com.asta.payments.rules.MandateScheme;
import com.asta.payments.rules.MandateState;
import com.asta.payments.rules.Mandates;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A mandate as people see it.
 *
 * @param iban masked
 * @param usedOn of the newest collection, null before the first
 */
public record MandateRow(
    long id,
    long accountId,
    String accountNumber,
    long customerId,
    String reference,
    String creditorId,
    MandateScheme scheme,
    boolean oneOff,
    String debtorName,
    String iban,
    MandateState state,
    boolean collecting,
    boolean ending,
    LocalDate signedOn,
    LocalDate usedOn,
    Instant createdAt,
    String createdBy) {

  /** The first day on which it is not valid any more. */
  public LocalDate expiresOn() {
    return Mandates.expiresOn(signedOn, usedOn);
  }

  /** True if it may be used or taken up again. */
  public boolean valid() {
    return state == MandateState.ACTIVE || state == MandateState.SUSPENDED;
  }
}
