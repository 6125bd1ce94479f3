package com.asta.charging.service;

import com.asta.common.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A batch of vouchers and what became of them.
 *
 * @param expired those that nobody used in time; zero until the batch expires
 */
public record VoucherBatchRow(
    long id,
    String code,
    Money value,
    int quantity,
    int used,
    int voided,
    int expired,
    LocalDate expiresOn,
    String createdBy,
    Instant createdAt) {
  /** How many can still be used. */
  public int unused() {
    return quantity - used - voided - expired;
  }
}
