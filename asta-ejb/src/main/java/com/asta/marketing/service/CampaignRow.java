package com.asta.marketing.service;

import com.asta.marketing.model.CampaignStatus;
import java.time.Instant;

/** A line of the list of campaigns. */
public record CampaignRow(
    long id,
    String name,
    CampaignStatus status,
    String targetName,
    Instant startedAt,
    Instant finishedAt,
    long recipients,
    long mailed,
    long unsubscribed,
    long responded) {}
