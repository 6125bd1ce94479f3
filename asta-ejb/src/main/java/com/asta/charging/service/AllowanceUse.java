package com.asta.charging.service;

import com.asta.charging.rules.ServiceKind;

/**
 * How much of an allowance a subscription has used of what it may use now.
 *
 * @param units included now, what rolled over too, in the unit of the service
 */
public record AllowanceUse(
    long subscriptionId,
    String serviceId,
    String code,
    String nameEn,
    String namePl,
    ServiceKind service,
    long used,
    long units) {
  /** Used part in whole percent, 0 to 100. */
  public int percent() {
    return (int) Math.min(100, used * 100 / units);
  }
}
