package com.asta.billing.service;

import com.asta.billing.rules.ChargeKey;
import java.time.LocalDate;

/**
 * How far a price of a phase is charged by the bills of an account.
 *
 * @param until first day that is not charged
 * @param owner the account whose charge it is: the billed one's own, or another that it pays for
 */
record Charged(ChargeKey key, long offerVersionId, String serviceId, LocalDate until, long owner) {
  Charged until(LocalDate day) {
    return new Charged(key, offerVersionId, serviceId, day, owner);
  }
}
