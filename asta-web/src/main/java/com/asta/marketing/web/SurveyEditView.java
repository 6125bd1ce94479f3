package com.asta.marketing.web;

import com.asta.common.web.Messages;
import com.asta.marketing.rules.QuestionKind;
import com.asta.marketing.rules.Questionnaire;
import com.asta.marketing.service.SurveyDraft;
import com.asta.marketing.service.SurveyService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A survey's draft: its headings and its questions in order. */
@Named
@ViewScoped
public class SurveyEditView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient SurveyService surveys;

  private Long id;
  private String titleEn;
  private String introEn;
  private String titlePl;
  private String introPl;
  private final ArrayList<QuestionForm> questions = new ArrayList<>();

  /** View action: the draft, or a new one with one question. */
  public void load() {
    questions.clear();
    if (id == null) {
      questions.add(new QuestionForm());
      return;
    }
    SurveyDraft draft = surveys.card(id).draft();
    titleEn = draft.titleEn();
    introEn = draft.introEn();
    titlePl = draft.titlePl();
    introPl = draft.introPl();
    draft.questions().questions().forEach(each -> questions.add(QuestionForm.of(each)));
  }

  public void add() {
    questions.add(new QuestionForm());
  }

  public void remove(int index) {
    questions.remove(index);
  }

  /** Moves a question one place up. */
  public void up(int index) {
    if (index > 0) {
      Collections.swap(questions, index, index - 1);
    }
  }

  /** Moves a question one place down. */
  public void down(int index) {
    if (index < questions.size() - 1) {
      Collections.swap(questions, index, index + 1);
    }
  }

  public String save() {
    SurveyDraft draft =
        new SurveyDraft(
            titleEn,
            introEn,
            titlePl,
            introPl,
            new Questionnaire(questions.stream().map(QuestionForm::question).toList()));
    if (id == null) {
      id = surveys.create(draft);
    } else {
      surveys.change(id, draft);
    }
    Messages.done("marketing", "survey.saved");
    return "/marketing/survey.xhtml?faces-redirect=true&id=" + id;
  }

  public QuestionKind[] getKinds() {
    return QuestionKind.values();
  }

  public List<QuestionForm> getQuestions() {
    return questions;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public String getTitleEn() {
    return titleEn;
  }

  public void setTitleEn(String titleEn) {
    this.titleEn = titleEn;
  }

  public String getIntroEn() {
    return introEn;
  }

  public void setIntroEn(String introEn) {
    this.introEn = introEn;
  }

  public String getTitlePl() {
    return titlePl;
  }

  public void setTitlePl(String titlePl) {
    this.titlePl = titlePl;
  }

  public String getIntroPl() {
    return introPl;
  }

  public void setIntroPl(String introPl) {
    this.introPl = introPl;
  }
}
