package com.asta.marketing.rules;

import java.util.List;

/**
 * A question in two languages.
 *
 * @param choicesEn what can be chosen, for kinds with choices; as many as in Polish
 */
public record Question(
    QuestionKind kind,
    String textEn,
    String textPl,
    boolean required,
    List<String> choicesEn,
    List<String> choicesPl) {

  public Question {
    choicesEn = choicesEn == null ? List.of() : List.copyOf(choicesEn);
    choicesPl = choicesPl == null ? List.of() : List.copyOf(choicesPl);
  }

  /** The question as a speaker of the language reads it. */
  public String text(String language) {
    return "en".equals(language) ? textEn : textPl;
  }

  /** The choices as a speaker of the language reads them. */
  public List<String> choices(String language) {
    return "en".equals(language) ? choicesEn : choicesPl;
  }
}
