package com.asta.marketing.service;

import java.util.List;

/** The results of a survey as they are now. */
public record SurveyResults(long invited, long responses, List<QuestionResult> questions) {}
