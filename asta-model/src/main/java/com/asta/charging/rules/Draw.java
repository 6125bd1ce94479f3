package com.asta.charging.rules;

import java.math.BigDecimal;

/**
 * What was taken or is held of one source.
 *
 * @param bucketId null for the main balance
 * @param amount money, or units of a bucket of units; positive
 */
public record Draw(Long bucketId, BigDecimal amount) {}
