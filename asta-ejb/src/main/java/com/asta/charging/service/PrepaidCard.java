package com.asta.charging.service;

import com.asta.charging.model.ChargingAccount;
import com.asta.charging.model.ChargingAccountStatus;
import com.asta.charging.rules.AccountLifecycle.Dates;
import com.asta.charging.rules.PaymentMode;
import com.asta.common.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A charging account.
 *
 * @param subscriptionId null for a shared account, as are {@code serviceId} and {@code tariffCode}
 * @param name of a shared account; null for one of a subscription
 * @param available what may be used of the main balance: without what sessions reserved, with the
 *     credit
 * @param dates last days of its stages; null for an account that never ends
 * @param closesOn first day without service; null while none is known
 * @param groupId the shared account whose buckets it may use; null if there is none
 * @param suspended barred with its subscription
 * @param warnBelow below what its customer is warned; null for the operator's levels
 */
public record PrepaidCard(
    long id,
    long accountId,
    Long subscriptionId,
    String serviceId,
    String name,
    String tariffCode,
    Money balance,
    Money reserved,
    Money creditLimit,
    Money available,
    PaymentMode mode,
    ChargingAccountStatus status,
    Instant openedAt,
    Dates dates,
    LocalDate closesOn,
    Long groupId,
    boolean suspended,
    Money warnBelow) {
  static PrepaidCard of(ChargingAccount account) {
    Money balance = Money.of(account.getBalance(), account.getCurrency());
    Money reserved = Money.of(account.getReserved(), account.getCurrency());
    Money credit = Money.of(account.getCreditLimit(), account.getCurrency());
    return new PrepaidCard(
        account.getId(),
        account.getAccountId(),
        account.getSubscriptionId(),
        account.getServiceId(),
        account.getName(),
        account.getTariffCode(),
        balance,
        reserved,
        credit,
        balance.minus(reserved).plus(credit),
        account.getPaymentMode(),
        account.getStatus(),
        account.getOpenedAt(),
        account.dates(),
        account.getClosesOn(),
        account.getGroupId(),
        account.isSuspended(),
        account.getWarnBelow() == null
            ? null
            : Money.of(account.getWarnBelow(), account.getCurrency()));
  }

  /** Whether it belongs to a group rather than to a subscription. */
  public boolean shared() {
    return subscriptionId == null;
  }

  /** How people call it: its number without plus, or the group's name. */
  public String label() {
    return shared() ? name : serviceId;
  }
}
