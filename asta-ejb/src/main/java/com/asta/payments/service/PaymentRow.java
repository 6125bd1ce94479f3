package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.Match;
import com.asta.payments.rules.MatchRule;
import com.asta.payments.rules.PaymentMethod;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A payment.
 *
 * @param source own bank account or cash register
 * @param reference unique within the source
 * @param accountId null while the customer is not known, as are number and customer
 * @param rule why it was taken for this customer's, null while it is not known
 * @param unmatched why no customer was found, null if one was
 * @param returned all of it went back to its payer
 * @param creditedTo the virtual account it was sent to; may be empty
 * @param fileId the statement file it came with, or null
 */
public record PaymentRow(
    long id,
    PaymentMethod method,
    String source,
    String reference,
    Long accountId,
    String accountNumber,
    Long customerId,
    MatchRule rule,
    Match.Reason unmatched,
    Money amount,
    Money unallocated,
    boolean returned,
    LocalDate receivedOn,
    LocalDate valueOn,
    String payerName,
    String payerAccount,
    String creditedTo,
    String detail,
    Long fileId,
    Instant createdAt,
    String createdBy) {
  /** UNMATCHED, ALLOCATED, CREDIT (a part settles nothing yet) or RETURNED. */
  public State state() {
    if (returned) {
      return State.RETURNED;
    }
    if (accountId == null) {
      return State.UNMATCHED;
    }
    return unallocated.isZero() ? State.ALLOCATED : State.CREDIT;
  }

  /** How far a payment is. */
  public enum State {
    UNMATCHED,
    CREDIT,
    ALLOCATED,
    RETURNED
  }
}
