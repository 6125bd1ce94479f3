package com.asta.marketing.rules;

import java.util.Optional;

/**
 * Decides at the moment of sending whether a person may be mailed: what was true when the target
 * was counted or the recipients were frozen does not matter any more.
 */
public final class Eligibility {
  private Eligibility() {}

  /** Why a recipient of the snapshot gets no mail. */
  public enum Skip {
    CUSTOMER_CLOSED,
    NO_ADDRESS,
    NO_CONSENT,
    SUPPRESSED,
    MAILED_TOO_OFTEN
  }

  /**
   * What is known of a recipient now.
   *
   * @param active the customer is with the operator
   * @param reachable there is an e-mail address
   * @param consented to marketing by e-mail
   * @param suppressed the address asked never to be mailed
   * @param recentMails marketing mails queued to the customer within the cap's days
   */
  public record Facts(
      boolean active, boolean reachable, boolean consented, boolean suppressed, int recentMails) {}

  /**
   * The first reason against; empty if the mail may go.
   *
   * @param cap marketing mails a customer gets at most within the cap's days
   */
  public static Optional<Skip> reasonAgainst(Facts facts, int cap) {
    if (!facts.active()) {
      return Optional.of(Skip.CUSTOMER_CLOSED);
    }
    if (!facts.reachable()) {
      return Optional.of(Skip.NO_ADDRESS);
    }
    if (facts.suppressed()) {
      return Optional.of(Skip.SUPPRESSED);
    }
    if (!facts.consented()) {
      return Optional.of(Skip.NO_CONSENT);
    }
    return facts.recentMails() >= cap ? Optional.of(Skip.MAILED_TOO_OFTEN) : Optional.empty();
  }
}
