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

/** An e-mail to the customers of a target, frozen when it is sent. */
@Entity
@Table(name = "campaign", schema = "marketing")
public class Campaign {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "marketing.campaign_seq")
  @SequenceGenerator(
      name = "marketing.campaign_seq",
      sequenceName = "marketing.campaign_seq",
      allocationSize = 50)
  private Long id;

  private String name;

  @Column(name = "target_id")
  private long targetId;

  @Column(name = "survey_id")
  private Long surveyId;

  @Column(name = "subject_en")
  private String subjectEn;

  @Column(name = "subject_pl")
  private String subjectPl;

  @Column(name = "body_en")
  private String bodyEn;

  @Column(name = "body_pl")
  private String bodyPl;

  @Enumerated(EnumType.STRING)
  private CampaignStatus status = CampaignStatus.DRAFT;

  @Column(name = "execution_id")
  private Long executionId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "frozen_at")
  private Instant frozenAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  @Version private int version;

  protected Campaign() {}

  public Campaign(Instant createdAt, String createdBy) {
    this.createdAt = Objects.requireNonNull(createdAt, "createdAt");
    this.createdBy = Objects.requireNonNull(createdBy, "createdBy");
  }

  /** Sets whom it goes to; only a draft can be changed. */
  public void address(String newName, long newTargetId, Long newSurveyId) {
    requireDraft();
    name = Objects.requireNonNull(newName, "name");
    targetId = newTargetId;
    surveyId = newSurveyId;
  }

  /** Sets the English text; only a draft can be changed. */
  public void writeEnglish(String subject, String body) {
    requireDraft();
    subjectEn = subject;
    bodyEn = body;
  }

  /** Sets the Polish text; only a draft can be changed. */
  public void writePolish(String subject, String body) {
    requireDraft();
    subjectPl = subject;
    bodyPl = body;
  }

  /** From now on it is being sent and does not change any more. */
  public void begin(Instant now) {
    requireDraft();
    status = CampaignStatus.SENDING;
    startedAt = now;
  }

  /** Every recipient was decided. */
  public void finish(Instant now) {
    if (status == CampaignStatus.DRAFT) {
      throw new IllegalStateException("Campaign " + id + " was never begun");
    }
    status = CampaignStatus.SENT;
    finishedAt = now;
  }

  public boolean isDraft() {
    return status == CampaignStatus.DRAFT;
  }

  private void requireDraft() {
    if (!isDraft()) {
      throw new IllegalStateException("Campaign " + id + " is " + status + ", not a draft");
    }
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public long getTargetId() {
    return targetId;
  }

  public Long getSurveyId() {
    return surveyId;
  }

  public String getSubject(String language) {
    return "en".equals(language) ? subjectEn : subjectPl;
  }

  public String getBody(String language) {
    return "en".equals(language) ? bodyEn : bodyPl;
  }

  public CampaignStatus getStatus() {
    return status;
  }

  public Long getExecutionId() {
    return executionId;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public String getCreatedBy() {
    return createdBy;
  }

  public Instant getStartedAt() {
    return startedAt;
  }

  public Instant getFrozenAt() {
    return frozenAt;
  }

  public Instant getFinishedAt() {
    return finishedAt;
  }
}
