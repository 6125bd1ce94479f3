package com.asta.marketing.service;

/**
 * What a marketer writes: to whom, and what in two languages. Bodies are paragraphs of plain text
 * with merge fields.
 *
 * @param surveyId of the survey the link {@code {surveyLink}} opens; may be null
 */
public record CampaignDraft(
    String name,
    Long targetId,
    Long surveyId,
    String subjectEn,
    String bodyEn,
    String subjectPl,
    String bodyPl) {}
