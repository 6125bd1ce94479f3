package com.asta.marketing.service;

import com.asta.marketing.model.SurveyStatus;
import java.time.Instant;

/** A survey as its page shows it. */
public record SurveyCard(
    long id,
    SurveyStatus status,
    SurveyDraft draft,
    Instant createdAt,
    String createdBy,
    Instant openedAt,
    Instant closedAt) {}
