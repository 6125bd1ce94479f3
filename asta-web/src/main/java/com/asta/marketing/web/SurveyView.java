package com.asta.marketing.web;

import com.asta.common.web.Look;
import com.asta.common.web.Messages;
import com.asta.marketing.rules.Question;
import com.asta.marketing.service.QuestionResult;
import com.asta.marketing.service.SurveyCard;
import com.asta.marketing.service.SurveyResults;
import com.asta.marketing.service.SurveyService;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A survey: its questions with what was answered, as figures, charts and a file. */
@Named
@ViewScoped
public class SurveyView implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A line of the table beside a chart. */
  public record ChoiceRow(String label, long count, BigDecimal percent) {}

  @Inject private transient SurveyService surveys;
  @Inject private transient Look look;

  private Long id;
  private transient SurveyCard card;
  private transient SurveyResults results;

  /** View action: reads what stands now. */
  public void load() {
    card = surveys.card(id);
    results = surveys.results(id);
  }

  public void open() {
    surveys.open(id);
    Messages.done("marketing", "survey.opened");
    load();
  }

  public void close() {
    surveys.close(id);
    Messages.done("marketing", "survey.closed");
    load();
  }

  /** Sends all responses as a CSV file. */
  public void export() throws IOException {
    byte[] csv = ("\ufeff" + surveys.csv(id, language())).getBytes(StandardCharsets.UTF_8);
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext response = faces.getExternalContext();
    response.responseReset();
    response.setResponseContentType("text/csv; charset=UTF-8");
    response.setResponseHeader(
        "Content-Disposition", "attachment; filename=\"survey-" + id + ".csv\"");
    response.setResponseContentLength(csv.length);
    response.getResponseOutputStream().write(csv);
    faces.responseComplete();
  }

  /** The answers to a question as bars. */
  public String chart(QuestionResult result) {
    return SurveyChart.json(result, labels(result), "dark".equals(look.getScheme()));
  }

  /** What could be answered and how many did, for the table beside the chart. */
  public List<ChoiceRow> rows(QuestionResult result) {
    List<String> labels = labels(result);
    List<ChoiceRow> rows = new ArrayList<>();
    for (var entry : result.counts().entrySet()) {
      rows.add(
          new ChoiceRow(labels.get(rows.size()), entry.getValue(), result.percent(entry.getKey())));
    }
    return rows;
  }

  /** The names of what could be answered, in order. */
  public List<String> labels(QuestionResult result) {
    Question question = result.question();
    List<String> labels = new ArrayList<>();
    for (int given : result.counts().keySet()) {
      labels.add(
          question.kind().hasChoices()
              ? question.choices(language()).get(given)
              : String.valueOf(given));
    }
    return labels;
  }

  /** The language the person at the screen reads. */
  public String language() {
    return look.getLanguage();
  }

  public SurveyCard getCard() {
    return card;
  }

  public SurveyResults getResults() {
    getCard();
    return results;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }
}
