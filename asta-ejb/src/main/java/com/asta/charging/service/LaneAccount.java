package com.asta.charging.service;

import com.asta.charging.rules.Balance;
import com.asta.charging.service.ChargingAnswer.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An account as the lanes see it.
 *
 * @param subscriptionId null for a shared account
 * @param tariffCode null for a shared account
 * @param credit how far below zero its balance may go
 * @param billed whether what it uses on credit goes to its bill
 * @param groupId shared account whose buckets it may use, or null
 * @param bucketed whether it has, or had, buckets
 * @param closesOn first day without service, or null
 * @param activeUntil last day on which it may be used without a recharge, or null
 * @param graceUntil last day before it is barred, or null
 * @param warnBelow below what its customer is warned, or null for the operator's levels
 * @param version rises with every change
 */
record LaneAccount(
    long id,
    long accountId,
    Long subscriptionId,
    String serviceId,
    String tariffCode,
    String currency,
    Balance balance,
    BigDecimal credit,
    boolean billed,
    Long groupId,
    boolean bucketed,
    Status status,
    LocalDate openedOn,
    LocalDate closesOn,
    LocalDate activeUntil,
    LocalDate graceUntil,
    BigDecimal warnBelow,
    long version) {
  /** Where it stands in its life. */
  enum Status {
    ACTIVE,
    GRACE,
    BARRED
  }

  /** Whether its main balance alone pays, so that its row is all there is to know. */
  boolean plain() {
    return !bucketed && groupId == null && !billed;
  }

  boolean closedOn(LocalDate day) {
    return closesOn != null && !closesOn.isAfter(day);
  }

  /** Why it may not be used on a day; null when it may. */
  Reason refusal(LocalDate day) {
    if (status == Status.BARRED || graceUntil != null && day.isAfter(graceUntil)) {
      return Reason.ACCOUNT_BARRED;
    }
    return status == Status.GRACE || activeUntil != null && day.isAfter(activeUntil)
        ? Reason.ACCOUNT_IN_GRACE
        : null;
  }

  /** Why it cannot pay for more. */
  Reason unpaid() {
    return billed ? Reason.CREDIT_LIMIT : Reason.LOW_BALANCE;
  }

  /** The same account in another stage of its life, whose dates are those of the new stage. */
  LaneAccount revived(Status stage) {
    return new LaneAccount(
        id,
        accountId,
        subscriptionId,
        serviceId,
        tariffCode,
        currency,
        balance,
        credit,
        billed,
        groupId,
        bucketed,
        stage,
        openedOn,
        closesOn,
        null,
        null,
        warnBelow,
        version);
  }
}
