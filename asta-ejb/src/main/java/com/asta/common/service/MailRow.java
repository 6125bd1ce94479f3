package com.asta.common.service;

import java.time.Instant;

/** A mail as the operator sees it. */
public record MailRow(
    long id,
    String uniqueKey,
    String recipient,
    String subject,
    MailStatus status,
    int attempts,
    String lastError,
    Instant createdAt,
    Instant sentAt) {}
