package com.asta.marketing.web;

import com.asta.common.web.Messages;
import com.asta.marketing.model.SurveyStatus;
import com.asta.marketing.rules.MergeField;
import com.asta.marketing.service.CampaignDraft;
import com.asta.marketing.service.CampaignService;
import com.asta.marketing.service.MailText;
import com.asta.marketing.service.SurveyRow;
import com.asta.marketing.service.SurveyService;
import com.asta.marketing.service.TargetCard;
import com.asta.marketing.service.TargetCount;
import com.asta.marketing.service.TargetService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** A campaign's draft: whom, what in two languages, and how it will look. */
@Named
@ViewScoped
public class CampaignEditView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int CHOICES = 200;

  @Inject private transient CampaignService campaigns;
  @Inject private transient TargetService targets;
  @Inject private transient SurveyService surveys;

  private Long id;
  private String name;
  private Long targetId;
  private Long surveyId;
  private String subjectEn;
  private String bodyEn;
  private String subjectPl;
  private String bodyPl;
  private transient MailText previewEn;
  private transient MailText previewPl;
  private transient List<TargetCard> targetChoices;
  private transient List<SurveyRow> surveyChoices;

  /** View action: the draft, or a new one. */
  public void load() {
    if (id != null) {
      CampaignDraft draft = campaigns.card(id).draft();
      name = draft.name();
      targetId = draft.targetId();
      surveyId = draft.surveyId();
      subjectEn = draft.subjectEn();
      bodyEn = draft.bodyEn();
      subjectPl = draft.subjectPl();
      bodyPl = draft.bodyPl();
    }
  }

  /** Shows both mails as an example customer would get them. */
  public void preview() {
    previewEn = campaigns.preview(draft(), "en");
    previewPl = campaigns.preview(draft(), "pl");
  }

  public String save() {
    if (id == null) {
      id = campaigns.create(draft());
    } else {
      campaigns.change(id, draft());
    }
    Messages.done("marketing", "campaign.saved");
    return "/marketing/campaign.xhtml?faces-redirect=true&id=" + id;
  }

  private CampaignDraft draft() {
    return new CampaignDraft(name, targetId, surveyId, subjectEn, bodyEn, subjectPl, bodyPl);
  }

  /** How many the chosen target means; null if none is chosen. */
  public TargetCount getCount() {
    return targetId == null ? null : targets.count(targets.target(targetId).criteria());
  }

  public List<TargetCard> getTargetChoices() {
    if (targetChoices == null) {
      targetChoices = targets.list(0, CHOICES);
    }
    return targetChoices;
  }

  /** Surveys that take or will take answers. */
  public List<SurveyRow> getSurveyChoices() {
    if (surveyChoices == null) {
      surveyChoices =
          surveys.list(0, CHOICES).stream()
              .filter(row -> row.status() != SurveyStatus.CLOSED)
              .toList();
    }
    return surveyChoices;
  }

  public MergeField[] getFields() {
    return MergeField.values();
  }

  public MailText getPreviewEn() {
    return previewEn;
  }

  public MailText getPreviewPl() {
    return previewPl;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Long getTargetId() {
    return targetId;
  }

  public void setTargetId(Long targetId) {
    this.targetId = targetId;
  }

  public Long getSurveyId() {
    return surveyId;
  }

  public void setSurveyId(Long surveyId) {
    this.surveyId = surveyId;
  }

  public String getSubjectEn() {
    return subjectEn;
  }

  public void setSubjectEn(String subjectEn) {
    this.subjectEn = subjectEn;
  }

  public String getBodyEn() {
    return bodyEn;
  }

  public void setBodyEn(String bodyEn) {
    this.bodyEn = bodyEn;
  }

  public String getSubjectPl() {
    return subjectPl;
  }

  public void setSubjectPl(String subjectPl) {
    this.subjectPl = subjectPl;
  }

  public String getBodyPl() {
    return bodyPl;
  }

  public void setBodyPl(String bodyPl) {
    this.bodyPl = bodyPl;
  }
}
