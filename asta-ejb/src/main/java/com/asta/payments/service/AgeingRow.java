package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.AgeingBucket;
import java.util.Map;

/** What an account owes, by age. */
public record AgeingRow(
    long accountId,
    long customerId,
    String accountNumber,
    String customerName,
    Map<AgeingBucket, Money> buckets,
    Money total) {
  public AgeingRow {
    buckets = Map.copyOf(buckets);
  }
}
