package com.asta.marketing.service;

import com.asta.common.Refusal;

/** What marketing refuses. */
public class MarketingRefused extends Refusal {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    NAME_MISSING,
    PERIOD_EMPTY,
    LANGUAGE_UNKNOWN,
    TARGET_UNKNOWN,
    CAMPAIGN_UNKNOWN,
    CAMPAIGN_NOT_DRAFT,
    TEXT_MISSING,
    FIELD_UNKNOWN,
    SURVEY_MISSING,
    SURVEY_UNKNOWN,
    SURVEY_NOT_DRAFT,
    SURVEY_NOT_OPEN,
    QUESTIONS_MISSING,
    TOO_MANY_QUESTIONS,
    QUESTION_TEXT_MISSING,
    QUESTION_CHOICES,
    LINK_INVALID,
    ALREADY_ANSWERED,
    ANSWER_MISSING,
    ANSWER_WRONG,
    ANSWER_TOO_LONG
  }

  public MarketingRefused(Reason reason, Object... arguments) {
    super(reason, arguments);
  }
}
