package com.asta.marketing.web;

import com.asta.marketing.rules.Question;
import com.asta.marketing.rules.QuestionKind;
import java.io.Serializable;
import java.util.List;

/** A question while it is being edited; choices are lines of text. */
public class QuestionForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private QuestionKind kind = QuestionKind.SINGLE;
  private String textEn;
  private String textPl;
  private boolean required = true;
  private String choicesEn;
  private String choicesPl;

  /** A form filled with a question. */
  public static QuestionForm of(Question question) {
    QuestionForm form = new QuestionForm();
    form.kind = question.kind();
    form.textEn = question.textEn();
    form.textPl = question.textPl();
    form.required = question.required();
    form.choicesEn = String.join("\n", question.choicesEn());
    form.choicesPl = String.join("\n", question.choicesPl());
    return form;
  }

  /** The question as it stands in the form. */
  public Question question() {
    return new Question(
        kind,
        stripped(textEn),
        stripped(textPl),
        required,
        kind.hasChoices() ? lines(choicesEn) : List.of(),
        kind.hasChoices() ? lines(choicesPl) : List.of());
  }

  private static List<String> lines(String text) {
    return text == null
        ? List.of()
        : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String stripped(String text) {
    return text == null ? "" : text.strip();
  }

  public boolean isWithChoices() {
    return kind.hasChoices();
  }

  public QuestionKind getKind() {
    return kind;
  }

  public void setKind(QuestionKind kind) {
    this.kind = kind;
  }

  public String getTextEn() {
    return textEn;
  }

  public void setTextEn(String textEn) {
    this.textEn = textEn;
  }

  public String getTextPl() {
    return textPl;
  }

  public void setTextPl(String textPl) {
    this.textPl = textPl;
  }

  public boolean isRequired() {
    return required;
  }

  public void setRequired(boolean required) {
    this.required = required;
  }

  public String getChoicesEn() {
    return choicesEn;
  }

  public void setChoicesEn(String choicesEn) {
    this.choicesEn = choicesEn;
  }

  public String getChoicesPl() {
    return choicesPl;
  }

  public void setChoicesPl(String choicesPl) {
    this.choicesPl = choicesPl;
  }
}
