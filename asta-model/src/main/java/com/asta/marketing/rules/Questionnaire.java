package com.asta.marketing.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The questions of a survey, in order. */
public record Questionnaire(List<Question> questions) {
  /** The longest text answer, in characters. */
  public static final int LONGEST_TEXT = 2000;

  private static final int MOST_QUESTIONS = 30;
  private static final int MOST_CHOICES = 20;

  /** Why a questionnaire cannot be opened. */
  public enum Flaw {
    NO_QUESTIONS,
    TOO_MANY_QUESTIONS,
    TEXT_MISSING,
    CHOICES_MISSING,
    CHOICES_DIFFER
  }

  /** Why an answer is not taken. */
  public enum Problem {
    MISSING,
    NOT_A_CHOICE,
    ONE_ONLY,
    TOO_LONG
  }

  /** A flaw and the question it is in, from 1; 0 for the whole. */
  public record Flawed(Flaw flaw, int question) {}

  /** A problem and the question it is in, from 0. */
  public record Refused(Problem problem, int question) {}

  public Questionnaire {
    questions = List.copyOf(questions);
  }

  /** The first thing that keeps it from being opened. */
  public Optional<Flawed> flaw() {
    if (questions.isEmpty()) {
      return Optional.of(new Flawed(Flaw.NO_QUESTIONS, 0));
    }
    if (questions.size() > MOST_QUESTIONS) {
      return Optional.of(new Flawed(Flaw.TOO_MANY_QUESTIONS, 0));
    }
    for (int i = 0; i < questions.size(); i++) {
      Optional<Flaw> flaw = flaw(questions.get(i));
      if (flaw.isPresent()) {
        return Optional.of(new Flawed(flaw.get(), i + 1));
      }
    }
    return Optional.empty();
  }

  /** The first answer that cannot be taken; answers may come in any order, or be missing. */
  public Optional<Refused> refusal(List<Answer> answers) {
    Map<Integer, Answer> byQuestion =
        answers.stream()
            .collect(Collectors.toMap(Answer::question, Function.identity(), (a, b) -> a));
    for (int i = 0; i < questions.size(); i++) {
      Optional<Problem> problem = problem(questions.get(i), byQuestion.get(i));
      if (problem.isPresent()) {
        return Optional.of(new Refused(problem.get(), i));
      }
    }
    return Optional.empty();
  }

  private static Optional<Flaw> flaw(Question question) {
    if (blank(question.textEn()) || blank(question.textPl())) {
      return Optional.of(Flaw.TEXT_MISSING);
    }
    if (!question.kind().hasChoices()) {
      return Optional.empty();
    }
    if (question.choicesEn().size() != question.choicesPl().size()) {
      return Optional.of(Flaw.CHOICES_DIFFER);
    }
    int count = question.choicesEn().size();
    return count < 2 || count > MOST_CHOICES ? Optional.of(Flaw.CHOICES_MISSING) : Optional.empty();
  }

  private static Optional<Problem> problem(Question question, Answer answer) {
    if (answer == null || answer.isEmpty()) {
      return question.required() ? Optional.of(Problem.MISSING) : Optional.empty();
    }
    QuestionKind kind = question.kind();
    if (kind == QuestionKind.TEXT) {
      return answer.text() != null && answer.text().length() > LONGEST_TEXT
          ? Optional.of(Problem.TOO_LONG)
          : answer.choices().isEmpty() ? Optional.empty() : Optional.of(Problem.NOT_A_CHOICE);
    }
    if (kind != QuestionKind.MULTIPLE && answer.choices().size() > 1) {
      return Optional.of(Problem.ONE_ONLY);
    }
    int lowest = kind.lowest();
    int highest = kind.isScale() ? kind.highest() : question.choicesEn().size() - 1;
    boolean known = answer.choices().stream().allMatch(c -> c >= lowest && c <= highest);
    boolean once = new HashSet<>(answer.choices()).size() == answer.choices().size();
    return known && once && answer.text() == null
        ? Optional.empty()
        : Optional.of(Problem.NOT_A_CHOICE);
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
