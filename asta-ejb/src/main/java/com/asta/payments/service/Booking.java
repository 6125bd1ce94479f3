package com.asta.payments.service;

import com.asta.payments.rules.Posting;
import com.asta.payments.rules.TransactionKind;
import java.time.LocalDate;
import java.util.List;

/**
 * One business event to be booked.
 *
 * @param source what caused it, unique for the account and kind
 */
record Booking(
    long accountId,
    TransactionKind kind,
    String source,
    LocalDate on,
    String detail,
    List<Posting> postings) {
  Booking {
    postings = List.copyOf(postings);
  }
}
