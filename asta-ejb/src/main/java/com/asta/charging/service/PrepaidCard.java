package com.asta.charging.service;

import com.asta.charging.model.ChargingAccount;
import com.asta.charging.model.ChargingAccountStatus;
import com.asta.common.Money;
import java.time.Instant;

/**
 * A prepaid account.
 *
 * @param available what may be used: the balance without what sessions reserved
 */
public record PrepaidCard(
    long id,
    long accountId,
    long subscriptionId,
    String serviceId,
    String tariffCode,
    Money balance,
    Money reserved,
    Money available,
    ChargingAccountStatus status,
    Instant openedAt) {
  static PrepaidCard of(ChargingAccount account) {
    Money balance = Money.of(account.getBalance(), account.getCurrency());
    Money reserved = Money.of(account.getReserved(), account.getCurrency());
    return new PrepaidCard(
        account.getId(),
        account.getAccountId(),
        account.getSubscriptionId(),
        account.getServiceId(),
        account.getTariffCode(),
        balance,
        reserved,
        balance.minus(reserved),
        account.getStatus(),
        account.getOpenedAt());
  }
}
