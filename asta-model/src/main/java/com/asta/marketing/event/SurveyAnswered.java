package com.asta.marketing.event;

import com.asta.common.event.Event;

/** A customer answered a survey, which each can do once. */
public record SurveyAnswered(long surveyId, long customerId) implements Event {}
