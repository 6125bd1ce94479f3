package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.MandateScheme;
import com.asta.payments.rules.OwnReference;
import com.asta.payments.rules.SequenceType;
import java.time.LocalDate;

/**
 * A payment information of a batch's file.
 *
 * @param credited what the bank credited for it so far
 * @param settled what that settled; the rest waits for the bank to say whose it is
 */
public record DebitGroupRow(
    long id,
    long batchId,
    MandateScheme scheme,
    SequenceType sequence,
    LocalDate collectionOn,
    int items,
    Money amount,
    Money credited,
    Money settled) {

  /** As the bank knows it. */
  public String reference() {
    return new OwnReference(OwnReference.Kind.DDB, id).text();
  }

  /** True if the bank credited something for it. */
  public boolean isCredited() {
    return !credited.isZero();
  }

  /** Credited, and not known yet for whom. */
  public Money unexplained() {
    return credited.minus(settled);
  }
}
