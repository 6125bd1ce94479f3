package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.CollectionState;
import com.asta.payments.rules.OwnReference;
import com.asta.payments.rules.SequenceType;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One collection.
 *
 * @param number of the document it collects
 * @param iban masked
 * @param groupId null before it is in a file
 * @param reason the bank's code, empty if it gave none
 * @param paymentId null before the money came
 * @param reported the bank reported a return and has not taken the money yet
 * @param retryOn null if it is not tried again by itself
 */
public record CollectionRow(
    long id,
    long accountId,
    String accountNumber,
    long customerId,
    long openItemId,
    String number,
    int attempt,
    long mandateId,
    String mandateReference,
    String debtorName,
    String iban,
    long batchId,
    Long groupId,
    SequenceType sequence,
    LocalDate collectionOn,
    Money amount,
    CollectionState state,
    String reason,
    Long paymentId,
    boolean reported,
    LocalDate retryOn,
    Instant changedAt) {

  /** As the bank knows it. */
  public String endToEndId() {
    return new OwnReference(OwnReference.Kind.DDC, id).text();
  }
}
