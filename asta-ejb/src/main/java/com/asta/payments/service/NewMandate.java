package com.asta.payments.service;

import com.asta.payments.rules.MandateScheme;
import java.time.LocalDate;

/**
 * A mandate as a person enters it.
 *
 * @param reference blank for one that the house gives
 * @param oneOff for a single collection
 * @param iban with or without spaces
 */
public record NewMandate(
    long accountId,
    String reference,
    MandateScheme scheme,
    boolean oneOff,
    String debtorName,
    String iban,
    LocalDate signedOn) {

  /** Without the bank account: this may stand in a log. */
  @Override
  public String toString() {
    return "mandate of account " + accountId;
  }
}
