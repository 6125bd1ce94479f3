package com.asta.payments.rules;

import com.asta.common.Money;
import java.math.BigDecimal;

/** A part of a bank's answer to a file, in the order of the answer. */
public sealed interface StatusPart {
  /** 1 for the first of the file, without gaps. */
  int position();

  /**
   * What the bank says of an order.
   *
   * @param code of the external code set, as it came; may be empty
   * @param text in the bank's words, may be empty
   */
  record Answer(Status status, String code, String text) {}

  /** The statuses, as far as they make a difference [ISO 20022 ExternalPaymentGroupStatus1]. */
  enum Status {
    /** ACCP, ACTC, ACSP, ACWC, RCVD or PDNG: on its way. */
    ACCEPTED,
    /** ACSC or ACCC: booked by the bank. */
    SETTLED,
    REJECTED,
    /** PART: the parts say it themselves. */
    PARTLY,
    /** None is told at this level. */
    NONE
  }

  /**
   * The file that is answered, and what is said of all of it.
   *
   * @param message such as {@code pain.008.001.08}, may be empty
   * @param count null if not told
   * @param sum null if not told
   */
  record Original(
      int position, String messageId, String message, Integer count, BigDecimal sum, Answer answer)
      implements StatusPart {}

  /** A payment information of it. */
  record Payment(int position, String id, Answer answer) implements StatusPart {}

  /**
   * One order.
   *
   * @param amount null if not told
   */
  record Transaction(int position, String paymentId, String endToEndId, Money amount, Answer answer)
      implements StatusPart {}
}
