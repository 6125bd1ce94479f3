package com.asta.marketing.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;

/** Questions to customers, in two languages. */
@Entity
@Table(name = "survey", schema = "marketing")
public class Survey {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "marketing.survey_seq")
  @SequenceGenerator(
      name = "marketing.survey_seq",
      sequenceName = "marketing.survey_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "title_en")
  private String titleEn;

  @Column(name = "title_pl")
  private String titlePl;

  @Column(name = "intro_en")
  private String introEn;

  @Column(name = "intro_pl")
  private String introPl;

  private String questions;

  @Enumerated(EnumType.STRING)
  private SurveyStatus status = SurveyStatus.DRAFT;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Version private int version;

  protected Survey() {}

  public Survey(Instant createdAt, String createdBy) {
    this.createdAt = Objects.requireNonNull(createdAt, "createdAt");
    this.createdBy = Objects.requireNonNull(createdBy, "createdBy");
  }

  /** Sets the English heading; only a draft can be changed. */
  public void titleEnglish(String title, String intro) {
    requireDraft();
    titleEn = title;
    introEn = intro;
  }

  /** Sets the Polish heading; only a draft can be changed. */
  public void titlePolish(String title, String intro) {
    requireDraft();
    titlePl = title;
    introPl = intro;
  }

  /** Sets the questions as JSON; only a draft can be changed. */
  public void ask(String questionsJson) {
    requireDraft();
    questions = Objects.requireNonNull(questionsJson, "questions");
  }

  /** From now on it takes answers and its questions do not change any more. */
  public void open(Instant now) {
    requireDraft();
    status = SurveyStatus.OPEN;
    openedAt = now;
  }

  /** Takes no more answers. */
  public void close(Instant now) {
    if (status != SurveyStatus.OPEN) {
      throw new IllegalStateException("Survey " + id + " is " + status + ", not open");
    }
    status = SurveyStatus.CLOSED;
    closedAt = now;
  }

  public boolean isDraft() {
    return status == SurveyStatus.DRAFT;
  }

  public boolean isOpen() {
    return status == SurveyStatus.OPEN;
  }

  private void requireDraft() {
    if (!isDraft()) {
      throw new IllegalStateException("Survey " + id + " is " + status + ", not a draft");
    }
  }

  public Long getId() {
    return id;
  }

  public String getTitle(String language) {
    return "en".equals(language) ? titleEn : titlePl;
  }

  public String getIntro(String language) {
    return "en".equals(language) ? introEn : introPl;
  }

  public String getQuestions() {
    return questions;
  }

  public SurveyStatus getStatus() {
    return status;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public String getCreatedBy() {
    return createdBy;
  }

  public Instant getOpenedAt() {
    return openedAt;
  }

  public Instant getClosedAt() {
    return closedAt;
  }
}
