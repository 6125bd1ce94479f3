package com.asta.marketing.model;

/** Where a survey stands; its questions can be changed only in a draft. */
public enum SurveyStatus {
  DRAFT,
  OPEN,
  CLOSED
}
