package com.asta.marketing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionnaireTest {
  private static Question question(QuestionKind kind, boolean required) {
    List<String> choices = kind.hasChoices() ? List.of("a", "b", "c") : List.of();
    return new Question(kind, "How?", "Jak?", required, choices, choices);
  }

  private static Optional<Questionnaire.Problem> answered(
      QuestionKind kind, boolean required, List<Integer> choices, String text) {
    return new Questionnaire(List.of(question(kind, required)))
        .refusal(List.of(new Answer(0, choices, text)))
        .map(Questionnaire.Refused::problem);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "SINGLE, 0, -",
        "SINGLE, 2, -",
        "SINGLE, 3, NOT_A_CHOICE",
        "SINGLE, -1, NOT_A_CHOICE",
        "NPS, 0, -",
        "NPS, 10, -",
        "NPS, 11, NOT_A_CHOICE",
        "RATING, 0, NOT_A_CHOICE",
        "RATING, 1, -",
        "RATING, 5, -",
        "RATING, 6, NOT_A_CHOICE",
        "TEXT, 1, NOT_A_CHOICE",
      })
  void aChoiceMustBeOneOfTheChoices(QuestionKind kind, int chosen, Questionnaire.Problem problem) {
    assertEquals(problem, answered(kind, true, List.of(chosen), null).orElse(null));
  }

  @Test
  void onlyMultipleTakesSeveralAndEachOnce() {
    assertEquals(Optional.empty(), answered(QuestionKind.MULTIPLE, true, List.of(0, 2), null));
    assertEquals(
        Optional.of(Questionnaire.Problem.NOT_A_CHOICE),
        answered(QuestionKind.MULTIPLE, true, List.of(1, 1), null));
    assertEquals(
        Optional.of(Questionnaire.Problem.ONE_ONLY),
        answered(QuestionKind.SINGLE, true, List.of(0, 1), null));
  }

  @Test
  void requiredQuestionsNeedAnAnswerOthersDoNot() {
    assertEquals(
        Optional.of(Questionnaire.Problem.MISSING),
        answered(QuestionKind.TEXT, true, List.of(), " "));
    assertEquals(Optional.empty(), answered(QuestionKind.TEXT, false, List.of(), null));
    assertEquals(
        Optional.of(new Questionnaire.Refused(Questionnaire.Problem.MISSING, 0)),
        new Questionnaire(List.of(question(QuestionKind.NPS, true))).refusal(List.of()));
  }

  @Test
  void textIsBounded() {
    String longest = "x".repeat(Questionnaire.LONGEST_TEXT);
    assertEquals(Optional.empty(), answered(QuestionKind.TEXT, true, List.of(), longest));
    assertEquals(
        Optional.of(Questionnaire.Problem.TOO_LONG),
        answered(QuestionKind.TEXT, true, List.of(), longest + "x"));
  }

  @Test
  void aQuestionnaireNeedsQuestionsWithTextAndChoicesInBothLanguages() {
    assertEquals(
        Optional.of(new Questionnaire.Flawed(Questionnaire.Flaw.NO_QUESTIONS, 0)),
        new Questionnaire(List.of()).flaw());
    assertEquals(
        Optional.of(new Questionnaire.Flawed(Questionnaire.Flaw.TEXT_MISSING, 1)),
        new Questionnaire(List.of(new Question(QuestionKind.TEXT, "How?", " ", true, null, null)))
            .flaw());
    assertEquals(
        Optional.of(new Questionnaire.Flawed(Questionnaire.Flaw.CHOICES_DIFFER, 2)),
        new Questionnaire(
                List.of(
                    question(QuestionKind.NPS, true),
                    new Question(
                        QuestionKind.SINGLE, "A", "B", true, List.of("x", "y"), List.of("x"))))
            .flaw());
    assertEquals(
        Optional.empty(), new Questionnaire(List.of(question(QuestionKind.SINGLE, true))).flaw());
  }
}
