package com.asta.charging.service;

import com.asta.common.Money;
import java.time.Instant;

/**
 * A session of online charging.
 *
 * @param chargingAccountId the account that pays
 * @param number of the subscription, E.164 digits
 * @param requestNumber the last one that was answered
 * @param charged taken so far
 * @param reserved held of the main balance for granted quotas
 */
public record SessionRow(
    String id,
    long chargingAccountId,
    String number,
    SessionState state,
    int requestNumber,
    Instant startedAt,
    Instant expiresAt,
    Money charged,
    Money reserved) {}
