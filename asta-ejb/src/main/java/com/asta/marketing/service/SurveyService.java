package com.asta.marketing.service;

import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Json;
import com.asta.common.service.Roles;
import com.asta.marketing.model.Survey;
import com.asta.marketing.rules.Questionnaire;
import com.asta.marketing.service.MarketingRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;

/** Writes surveys, opens and closes them, and counts their answers. */
@Stateless
@RolesAllowed({Roles.MARKETER, Roles.ADMIN, Roles.SYSTEM})
public class SurveyService {
  @Inject private Surveys surveys;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Keeps a new draft and returns its id.
   *
   * @throws MarketingRefused NAME_MISSING, and what is wrong with the questions
   */
  public long create(SurveyDraft draft) {
    check(draft);
    Survey survey = new Survey(clock.instant(), user.name());
    write(survey, draft);
    surveys.add(survey);
    audit.record("Survey", survey.getId(), "created", null, null, draft.titleEn());
    return survey.getId();
  }

  /**
   * Changes a draft.
   *
   * @throws MarketingRefused as {@link #create}; SURVEY_UNKNOWN, SURVEY_NOT_DRAFT
   */
  public void change(long id, SurveyDraft draft) {
    check(draft);
    write(draft(id), draft);
    audit.record("Survey", id, "changed", null, null, draft.titleEn());
  }

  /**
   * Takes answers from now on; the questions do not change any more.
   *
   * @throws MarketingRefused SURVEY_UNKNOWN, SURVEY_NOT_DRAFT
   */
  public void open(long id) {
    draft(id).open(clock.instant());
    audit.record("Survey", id, "opened", null, null, null);
  }

  /**
   * Takes no more answers.
   *
   * @throws MarketingRefused SURVEY_UNKNOWN, SURVEY_NOT_OPEN
   */
  public void close(long id) {
    Survey survey = surveys.locked(id);
    if (!survey.isOpen()) {
      throw new MarketingRefused(Reason.SURVEY_NOT_OPEN);
    }
    survey.close(clock.instant());
    audit.record("Survey", id, "closed", null, null, null);
  }

  /**
   * One survey.
   *
   * @throws MarketingRefused SURVEY_UNKNOWN
   */
  public SurveyCard card(long id) {
    Survey survey = surveys.get(id);
    SurveyDraft draft =
        new SurveyDraft(
            survey.getTitle("en"),
            survey.getIntro("en"),
            survey.getTitle("pl"),
            survey.getIntro("pl"),
            Surveys.questionnaire(survey));
    return new SurveyCard(
        id,
        survey.getStatus(),
        draft,
        survey.getCreatedAt(),
        survey.getCreatedBy(),
        survey.getOpenedAt(),
        survey.getClosedAt());
  }

  /** Surveys, newest first. */
  public List<SurveyRow> list(int offset, int limit) {
    return surveys.list(offset, limit);
  }

  /** The results as they are now. */
  public SurveyResults results(long id) {
    return surveys.results(surveys.get(id));
  }

  /** All responses as CSV with a header, one line a response; nobody is named. */
  public String csv(long id, String language) {
    StringWriter out = new StringWriter();
    new SurveyExport(surveys, language).write(surveys.get(id), out);
    return out.toString();
  }

  private Survey draft(long id) {
    Survey survey = surveys.locked(id);
    if (!survey.isDraft()) {
      throw new MarketingRefused(Reason.SURVEY_NOT_DRAFT);
    }
    return survey;
  }

  private static void write(Survey survey, SurveyDraft draft) {
    survey.titleEnglish(draft.titleEn().strip(), draft.introEn());
    survey.titlePolish(draft.titlePl().strip(), draft.introPl());
    survey.ask(Json.write(draft.questions()));
  }

  private static void check(SurveyDraft draft) {
    if (blank(draft.titleEn()) || blank(draft.titlePl())) {
      throw new MarketingRefused(Reason.NAME_MISSING);
    }
    draft
        .questions()
        .flaw()
        .ifPresent(
            flaw -> {
              throw new MarketingRefused(reason(flaw.flaw()), flaw.question());
            });
  }

  private static Reason reason(Questionnaire.Flaw flaw) {
    return switch (flaw) {
      case NO_QUESTIONS -> Reason.QUESTIONS_MISSING;
      case TOO_MANY_QUESTIONS -> Reason.TOO_MANY_QUESTIONS;
      case TEXT_MISSING -> Reason.QUESTION_TEXT_MISSING;
      case CHOICES_MISSING, CHOICES_DIFFER -> Reason.QUESTION_CHOICES;
    };
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
