package com.asta.charging.rules;

import java.math.BigDecimal;

/** Decides whether one customer may give balance to another. */
public final class BalanceTransfer {
  /**
   * What may be given, in the currency of both accounts.
   *
   * @param dailyLimit most that one account gives in a day of the operator's zone
   * @param fee taken from the giver beside each transfer; zero for none
   */
  public record Policy(
      BigDecimal minimum, BigDecimal maximum, BigDecimal dailyLimit, BigDecimal fee) {
    public Policy {
      if (minimum.signum() <= 0
          || maximum.compareTo(minimum) < 0
          || dailyLimit.compareTo(maximum) < 0
          || fee.signum() < 0) {
        throw new IllegalArgumentException(
            "Transfers of " + minimum + " to " + maximum + ", " + dailyLimit + " a day, " + fee);
      }
    }

    /** 5 to 100, 200 a day, without a fee. */
    public static Policy standard() {
      return new Policy(
          BigDecimal.valueOf(5), BigDecimal.valueOf(100), BigDecimal.valueOf(200), BigDecimal.ZERO);
    }
  }

  /** One of the two accounts. */
  public record Party(long accountId, String currency, boolean active, BigDecimal available) {}

  /** Why not. */
  public enum Refusal {
    SAME_ACCOUNT,
    OTHER_CURRENCY,
    GIVER_NOT_ACTIVE,
    TAKER_NOT_ACTIVE,
    AMOUNT_OUT_OF_RANGE,
    DAILY_LIMIT,
    LOW_BALANCE
  }

  private BalanceTransfer() {}

  /**
   * The first reason against a transfer, or null.
   *
   * @param givenToday what the giver gave before on this day, without fees
   */
  public static Refusal refusal(
      Policy policy, Party giver, Party taker, BigDecimal amount, BigDecimal givenToday) {
    if (giver.accountId() == taker.accountId()) {
      return Refusal.SAME_ACCOUNT;
    }
    if (!giver.currency().equals(taker.currency())) {
      return Refusal.OTHER_CURRENCY;
    }
    if (!giver.active()) {
      return Refusal.GIVER_NOT_ACTIVE;
    }
    if (!taker.active()) {
      return Refusal.TAKER_NOT_ACTIVE;
    }
    if (amount.compareTo(policy.minimum()) < 0 || amount.compareTo(policy.maximum()) > 0) {
      return Refusal.AMOUNT_OUT_OF_RANGE;
    }
    if (givenToday.add(amount).compareTo(policy.dailyLimit()) > 0) {
      return Refusal.DAILY_LIMIT;
    }
    return giver.available().compareTo(amount.add(policy.fee())) < 0 ? Refusal.LOW_BALANCE : null;
  }
}
