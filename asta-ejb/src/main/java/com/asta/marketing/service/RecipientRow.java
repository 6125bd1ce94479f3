package com.asta.marketing.service;

import java.time.Instant;

/** A recipient of a campaign: what was decided and what came of it. */
public record RecipientRow(
    long customerId,
    String displayName,
    String email,
    String status,
    String skipReason,
    String mailStatus,
    Instant decidedAt,
    Instant unsubscribedAt,
    Instant respondedAt) {}
