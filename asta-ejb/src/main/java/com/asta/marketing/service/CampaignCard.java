package com.asta.marketing.service;

import com.asta.marketing.model.CampaignStatus;
import java.time.Instant;

/** A campaign as its page shows it. */
public record CampaignCard(
    long id,
    CampaignStatus status,
    CampaignDraft draft,
    String targetName,
    String surveyTitleEn,
    String surveyTitlePl,
    Long executionId,
    Instant createdAt,
    String createdBy,
    Instant startedAt,
    Instant frozenAt,
    Instant finishedAt) {}
