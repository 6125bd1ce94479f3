package com.asta.marketing.service;

import com.asta.marketing.rules.Questionnaire;

/** A survey as a marketer writes it, in two languages. */
public record SurveyDraft(
    String titleEn, String introEn, String titlePl, String introPl, Questionnaire questions) {

  /** The title as a speaker of the language reads it. */
  public String title(String language) {
    return "en".equals(language) ? titleEn : titlePl;
  }
}
