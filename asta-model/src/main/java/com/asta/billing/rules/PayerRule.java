package com.asta.billing.rules;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * That an account pays charges of another one (TMF666 party account relationship).
 *
 * @param accountId whose charges they are
 * @param subscriptionId null for all services of the account
 * @param payerAccountId who pays
 * @param percent above 0 and up to 100
 * @param limit net for a month of each subscription's recurring prices; null for none
 * @param from first day of service it holds for
 * @param until first day it no longer holds for; null for no end
 */
public record PayerRule(
    long accountId,
    Long subscriptionId,
    PaidCharges charges,
    long payerAccountId,
    BigDecimal percent,
    Money limit,
    LocalDate from,
    LocalDate until) {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  public PayerRule {
    Objects.requireNonNull(charges, "charges");
    Objects.requireNonNull(from, "from");
    if (accountId == payerAccountId) {
      throw new IllegalArgumentException("Account " + accountId + " cannot pay for itself");
    }
    if (percent.signum() <= 0 || percent.compareTo(WHOLE) > 0) {
      throw new IllegalArgumentException("Percent must be above 0 and up to 100: " + percent);
    }
    if (limit != null && (!limit.isPositive() || charges != PaidCharges.RECURRING)) {
      throw new IllegalArgumentException(
          "A limit is positive and of recurring prices: " + limit + " of " + charges);
    }
    if (until != null && !until.isAfter(from)) {
      throw new IllegalArgumentException("Rule must end after its start: " + from + ", " + until);
    }
  }

  /** True if the payer pays all of what the rule names. */
  public boolean isWhole() {
    return limit == null && percent.compareTo(WHOLE) == 0;
  }

  /** The part of the amounts that the payer pays, without a limit. */
  BigDecimal share() {
    return percent.movePointLeft(2);
  }

  boolean fits(PaidCharges kind, Long subscription, LocalDate day) {
    boolean covers = !day.isBefore(from) && (until == null || day.isBefore(until));
    boolean named = charges == PaidCharges.ALL || charges == kind;
    boolean ofService = subscriptionId == null || subscriptionId.equals(subscription);
    boolean ofAccount = subscription != null || subscriptionId == null && isWhole();
    return covers && named && ofService && ofAccount;
  }

  /** A service goes before the account, a kind of charge before all. */
  int weight() {
    return (subscriptionId == null ? 0 : 2) + (charges == PaidCharges.ALL ? 0 : 1);
  }
}
