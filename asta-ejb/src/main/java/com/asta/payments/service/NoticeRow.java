package com.asta.payments.service;

import java.time.Instant;

/**
 * What a provider told by itself.
 *
 * @param subject ORDER or REFUND
 * @param status the provider's word
 * @param problem why it was not applied, null if it was
 */
public record NoticeRow(String subject, String status, String problem, Instant receivedAt) {}
