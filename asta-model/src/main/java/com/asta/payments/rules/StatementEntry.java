package com.asta.payments.rules;

import com.asta.common.Money;
import java.time.LocalDate;

/**
 * One transaction of a statement; an entry that batches several yields one for each.
 *
 * @param position 1 for the first of the file, without gaps
 * @param reference unique within the own account, the same whenever the bank tells it again
 * @param raisesBalance credited to the own account, else debited
 * @param amount never negative
 * @param text remittance information, structured and free, and references of the payer
 */
public record StatementEntry(
    int position,
    String statementId,
    String account,
    String reference,
    Direction direction,
    boolean raisesBalance,
    Money amount,
    LocalDate bookedOn,
    LocalDate valueOn,
    Party payer,
    String text)
    implements StatementPart {

  /** The other side, as far as the bank names it; parts may be empty. */
  public record Party(String name, String account) {}

  /** What the entry does to the account. */
  public enum Direction {
    INCOMING,
    OUTGOING,
    /** An earlier payment came back, in either direction. */
    REVERSAL,
    /** Not booked yet; does not count. */
    PENDING
  }

  /** What matching needs. */
  public IncomingPayment incoming() {
    return new IncomingPayment(amount, payer.name(), payer.account(), text);
  }
}
