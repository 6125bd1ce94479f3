package com.asta.payments.rules;

import com.asta.common.Money;
import java.time.LocalDate;

/**
 * One transaction of a statement; an entry that batches several yields one for each.
 *
 * @param position 1 for the first of the file, without gaps
 * @param key the same whenever the bank tells the entry again
 * @param raisesBalance credited to the own account, else debited
 * @param amount never negative
 * @param creditedTo the virtual account the money was sent to; empty if it was not
 * @param text remittance information, structured and free, and references of the payer
 */
public record StatementEntry(
    int position,
    String statementId,
    String account,
    EntryKey key,
    Direction direction,
    boolean raisesBalance,
    Money amount,
    LocalDate bookedOn,
    LocalDate valueOn,
    Party payer,
    String creditedTo,
    String text)
    implements StatementPart {

  /** The other side, as far as the bank names it; parts may be empty. */
  public record Party(String name, String account) {}

  /** What the entry does to the account. */
  public enum Direction {
    INCOMING,
    OUTGOING,
    /** What the bank takes for its own services. */
    CHARGE,
    /** An earlier payment came back, in either direction. */
    REVERSAL,
    /** Not booked yet; does not count. */
    PENDING
  }

  /** Unique within the own account, as people see it. */
  public String reference() {
    return key.value();
  }

  /** The amount as it changes the own account. */
  public Money signed() {
    return raisesBalance ? amount : amount.negated();
  }

  /** What matching needs. */
  public IncomingPayment incoming() {
    return new IncomingPayment(amount, payer.name(), payer.account(), text, creditedTo);
  }
}
