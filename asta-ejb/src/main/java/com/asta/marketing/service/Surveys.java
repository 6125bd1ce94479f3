package com.asta.marketing.service;

import static com.asta.common.service.Database.instant;

import com.asta.common.service.Database;
import com.asta.common.service.Json;
import com.asta.marketing.model.Survey;
import com.asta.marketing.model.SurveyStatus;
import com.asta.marketing.rules.Answer;
import com.asta.marketing.rules.Question;
import com.asta.marketing.rules.QuestionKind;
import com.asta.marketing.rules.Questionnaire;
import com.asta.marketing.service.MarketingRefused.Reason;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Surveys, responses and their counts as they are stored. */
@Dependent
class Surveys {
  private static final int TEXTS = 50;

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Database database;

  void add(Survey survey) {
    entities.persist(survey);
    entities.flush();
  }

  Survey get(long id) {
    return existing(id, entities.find(Survey.class, id));
  }

  Survey locked(long id) {
    return existing(id, entities.find(Survey.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  static Questionnaire questionnaire(Survey survey) {
    try {
      return Json.read(survey.getQuestions(), Questionnaire.class);
    } catch (Json.Malformed e) {
      throw new IllegalStateException("Questions of survey " + survey.getId(), e);
    }
  }

  List<SurveyRow> list(int offset, int limit) {
    return database.rows(
        """
        select s.id, s.title_en, s.title_pl, s.status, s.opened_at,
          (select count(*) from marketing.campaign_recipient r
            join marketing.campaign c on c.id = r.campaign_id
            where c.survey_id = s.id and r.status = 'QUEUED') as invited,
          (select count(*) from marketing.survey_response p where p.survey_id = s.id) as responses
        from marketing.survey s order by s.id desc limit ? offset ?
        """,
        row ->
            new SurveyRow(
                row.getLong("id"),
                row.getString("title_en"),
                row.getString("title_pl"),
                SurveyStatus.valueOf(row.getString("status")),
                instant(row, "opened_at"),
                row.getLong("invited"),
                row.getLong("responses")),
        limit,
        offset);
  }

  boolean answered(long surveyId, long customerId) {
    return database.number(
            "select count(*) from marketing.survey_response where survey_id = ?"
                + " and customer_id = ?",
            surveyId,
            customerId)
        > 0;
  }

  /** The id of the new response; empty if the customer answered before. */
  OptionalLong respond(long surveyId, long customerId, String language, Instant now) {
    return database
        .first(
            "insert into marketing.survey_response (survey_id, customer_id, language, answered_at)"
                + " values (?, ?, ?, ?) on conflict do nothing returning id",
            row -> row.getLong(1),
            surveyId,
            customerId,
            language,
            now)
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  void addAnswers(long responseId, List<Answer> answers) {
    for (Answer answer : answers) {
      for (int choice : answer.choices()) {
        addAnswer(responseId, answer.question(), choice, null);
      }
      if (answer.text() != null) {
        addAnswer(responseId, answer.question(), 0, answer.text());
      }
    }
  }

  void markResponded(long surveyId, long customerId, Instant now) {
    database.update(
        "update marketing.campaign_recipient r set responded_at = ? from marketing.campaign c"
            + " where c.id = r.campaign_id and c.survey_id = ? and r.customer_id = ?"
            + " and r.responded_at is null",
        now,
        surveyId,
        customerId);
  }

  SurveyResults results(Survey survey) {
    List<Question> questions = questionnaire(survey).questions();
    Map<Integer, SortedMap<Integer, Long>> counts = counts(survey.getId());
    Map<Integer, Long> answered = answered(survey.getId());
    List<QuestionResult> results = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      boolean text = question.kind() == QuestionKind.TEXT;
      SortedMap<Integer, Long> given = possible(question);
      if (!text) {
        given.putAll(counts.getOrDefault(i, new TreeMap<>()));
      }
      results.add(
          new QuestionResult(
              i,
              question,
              answered.getOrDefault(i, 0L),
              given,
              text ? texts(survey.getId(), i) : List.of()));
    }
    return new SurveyResults(invited(survey), responses(survey), results);
  }

  private long invited(Survey survey) {
    return database.number(
        "select count(*) from marketing.campaign_recipient r join marketing.campaign c"
            + " on c.id = r.campaign_id where c.survey_id = ? and r.status = 'QUEUED'",
        survey.getId());
  }

  private long responses(Survey survey) {
    return database.number(
        "select count(*) from marketing.survey_response where survey_id = ?", survey.getId());
  }

  /** Every answer in order of response and question: for export. */
  List<ExportedAnswer> export(long surveyId) {
    return database.rows(
        "select p.id, p.answered_at, p.language, a.question, a.choice, a.text"
            + " from marketing.survey_response p"
            + " left join marketing.survey_answer a on a.response_id = p.id"
            + " where p.survey_id = ? order by p.id, a.question, a.choice",
        row ->
            new ExportedAnswer(
                row.getLong(1),
                instant(row, "answered_at"),
                row.getString("language"),
                row.getObject("question", Integer.class),
                row.getInt("choice"),
                row.getString("text")),
        surveyId);
  }

  /** A choice or text of one response; the question is null for a response without answers. */
  record ExportedAnswer(
      long response, Instant at, String language, Integer question, int choice, String text) {}

  private void addAnswer(long responseId, int question, int choice, String text) {
    database.update(
        "insert into marketing.survey_answer (response_id, question, choice, text)"
            + " values (?, ?, ?, ?)",
        responseId,
        question,
        choice,
        text);
  }

  private Map<Integer, SortedMap<Integer, Long>> counts(long surveyId) {
    Map<Integer, SortedMap<Integer, Long>> counts = new HashMap<>();
    database
        .rows(
            "select a.question, a.choice, count(*) from marketing.survey_answer a"
                + " join marketing.survey_response p on p.id = a.response_id"
                + " where p.survey_id = ? group by 1, 2",
            row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)},
            surveyId)
        .forEach(
            each ->
                counts
                    .computeIfAbsent((int) each[0], question -> new TreeMap<>())
                    .put((int) each[1], each[2]));
    return counts;
  }

  private Map<Integer, Long> answered(long surveyId) {
    Map<Integer, Long> answered = new HashMap<>();
    database
        .rows(
            "select a.question, count(distinct a.response_id) from marketing.survey_answer a"
                + " join marketing.survey_response p on p.id = a.response_id"
                + " where p.survey_id = ? group by 1",
            row -> Map.entry(row.getInt(1), row.getLong(2)),
            surveyId)
        .forEach(entry -> answered.put(entry.getKey(), entry.getValue()));
    return answered;
  }

  private List<String> texts(long surveyId, int question) {
    return database.rows(
        "select a.text from marketing.survey_answer a"
            + " join marketing.survey_response p on p.id = a.response_id"
            + " where p.survey_id = ? and a.question = ? order by p.id desc limit ?",
        row -> row.getString(1),
        surveyId,
        question,
        TEXTS);
  }

  private static SortedMap<Integer, Long> possible(Question question) {
    SortedMap<Integer, Long> possible = new TreeMap<>();
    QuestionKind kind = question.kind();
    int highest = kind.isScale() ? kind.highest() : question.choicesEn().size() - 1;
    for (int i = kind.lowest(); i <= highest; i++) {
      possible.put(i, 0L);
    }
    return possible;
  }

  private static Survey existing(long id, Survey survey) {
    if (survey == null) {
      throw new MarketingRefused(Reason.SURVEY_UNKNOWN, id);
    }
    return survey;
  }
}
