package com.asta.marketing.web;

import com.asta.marketing.rules.Answer;
import com.asta.marketing.rules.Question;
import com.asta.marketing.rules.QuestionKind;
import com.asta.marketing.service.SurveyAnswering;
import com.asta.marketing.service.SurveyForm;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The survey as an invited person fills it in. Fields are plain HTML inputs named {@code q0},
 * {@code q1} and so on: what a stranger's browser sends is read here and checked by the rules.
 */
@Named
@ViewScoped
public class SurveyFormView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient SurveyAnswering answering;

  private String token;
  private boolean done;
  private transient SurveyForm form;
  private ArrayList<ArrayList<String>> given = new ArrayList<>();

  /** View action: the form behind the link. */
  public void load() {
    form = answering.form(token);
  }

  /** Takes the answers. */
  public void submit() {
    load();
    given = new ArrayList<>();
    Map<String, String[]> sent =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < form.questions().size(); i++) {
      String[] values = sent.getOrDefault("q" + i, new String[0]);
      given.add(new ArrayList<>(Arrays.asList(values)));
      answers.add(answer(i, form.questions().get(i), values));
    }
    answering.answer(token, answers);
    done = true;
  }

  private static Answer answer(int index, Question question, String[] values) {
    if (question.kind() == QuestionKind.TEXT) {
      return new Answer(index, List.of(), values.length == 0 ? null : values[0]);
    }
    List<Integer> choices =
        Arrays.stream(values)
            .filter(value -> !value.isEmpty())
            .map(value -> value.matches("\\d{1,4}") ? Integer.parseInt(value) : -1)
            .toList();
    return new Answer(index, choices, null);
  }

  /** True if the person chose this before the form came back with a message. */
  public boolean chosen(int question, int choice) {
    return given.size() > question && given.get(question).contains(String.valueOf(choice));
  }

  /** What the person wrote before the form came back with a message. */
  public String written(int question) {
    return given.size() > question && !given.get(question).isEmpty()
        ? given.get(question).get(0)
        : "";
  }

  /** The numbers of a scale, or the indexes of choices. */
  public List<Integer> options(Question question) {
    int highest =
        question.kind().isScale() ? question.kind().highest() : question.choicesEn().size() - 1;
    List<Integer> options = new ArrayList<>();
    for (int i = question.kind().lowest(); i <= highest; i++) {
      options.add(i);
    }
    return options;
  }

  public SurveyForm getForm() {
    return form;
  }

  public boolean isDone() {
    return done;
  }

  /** True if there is a form to fill in. */
  public boolean isOpen() {
    return form != null && !done && !form.answered();
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token;
  }
}
