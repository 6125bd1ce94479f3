package com.asta.charging.service;

import com.asta.common.Money;
import java.time.Instant;
import java.time.LocalDate;

/** A batch of vouchers with how many of them were used. */
public record VoucherBatchRow(
    long id,
    String code,
    Money value,
    int quantity,
    int used,
    LocalDate expiresOn,
    String createdBy,
    Instant createdAt) {}
