package com.asta.charging.service;

import com.asta.charging.rules.AdjustmentReason;
import java.math.BigDecimal;

/**
 * A wish to change a balance.
 *
 * @param key 1 to 60 characters, chosen by the caller; the same one is taken once
 * @param amount signed, of the main balance; null when a bucket is granted
 * @param bucket to be granted; null to change the main balance
 * @param note why, in a person's words
 */
public record NewAdjustment(
    String key,
    long chargingAccountId,
    BigDecimal amount,
    NewBucket bucket,
    AdjustmentReason reason,
    String note) {
  /** The size that is booked. */
  BigDecimal size() {
    return bucket == null ? amount : bucket.amount();
  }
}
