package com.asta.marketing.service;

import com.asta.marketing.rules.Criteria;
import java.time.Instant;

/** A target with its criteria. */
public record TargetCard(
    long id, String name, Criteria criteria, Instant createdAt, String createdBy) {}
