package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.service.PaymentsRefused.Reason;

/** What people must give with a decision: words, and an amount that fits. */
final class Reasons {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 500;

  private Reasons() {}

  /**
   * Words that say something.
   *
   * @throws PaymentsRefused REASON_MISSING
   */
  static String required(String words) {
    String plain = words == null ? "" : words.strip();
    if (plain.length() < SHORTEST) {
      throw new PaymentsRefused(Reason.REASON_MISSING);
    }
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }

  /**
   * An amount above zero and not above what is open; all of it if none is given.
   *
   * @throws PaymentsRefused CURRENCY_DIFFERS, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_FINE, MORE_THAN_OPEN
   */
  static Money within(Money amount, Money open) {
    Money wanted = amount == null ? open : amount;
    if (!wanted.currency().equals(open.currency())) {
      throw new PaymentsRefused(Reason.CURRENCY_DIFFERS, open.currency());
    }
    if (!wanted.isPositive()) {
      throw new PaymentsRefused(Reason.AMOUNT_NOT_POSITIVE);
    }
    if (!wanted.rounded().equals(wanted)) {
      throw new PaymentsRefused(Reason.AMOUNT_TOO_FINE);
    }
    if (wanted.compareTo(open) > 0) {
      throw new PaymentsRefused(Reason.MORE_THAN_OPEN, open);
    }
    return wanted;
  }
}
