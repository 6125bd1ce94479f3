package com.asta.marketing.service;

import java.time.Instant;

/** A campaign's mail to one customer. */
public record CustomerMessage(
    long campaignId,
    String campaign,
    String subject,
    String status,
    String skipReason,
    Instant at,
    Instant unsubscribedAt,
    Instant respondedAt) {}
