package com.asta.marketing.service;

import com.asta.marketing.model.SurveyStatus;
import java.time.Instant;

/** A line of the list of surveys. */
public record SurveyRow(
    long id,
    String titleEn,
    String titlePl,
    SurveyStatus status,
    Instant openedAt,
    long invited,
    long responses) {}
