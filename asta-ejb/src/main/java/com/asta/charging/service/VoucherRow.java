package com.asta.charging.service;

import java.time.Instant;

/**
 * One voucher, without its PIN, which nobody knows but its owner.
 *
 * @param at when it was used or voided; null otherwise
 * @param chargingAccountId the account that it was used for; null otherwise
 * @param serviceId that account's number
 * @param voidedBy who voided it; null otherwise, as is {@code voidReason}
 */
public record VoucherRow(
    String serial,
    VoucherState state,
    Instant at,
    Long chargingAccountId,
    String serviceId,
    String voidedBy,
    String voidReason) {}
