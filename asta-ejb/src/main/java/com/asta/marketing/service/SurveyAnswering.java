package com.asta.marketing.service;

import com.asta.common.service.Outbox;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.marketing.event.SurveyAnswered;
import com.asta.marketing.model.Survey;
import com.asta.marketing.rules.Answer;
import com.asta.marketing.rules.LinkToken;
import com.asta.marketing.rules.Questionnaire;
import com.asta.marketing.service.MarketingRefused.Reason;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Takes the answers of invited people, who hold a signed link and do not sign in; each once. */
@Stateless
@PermitAll
public class SurveyAnswering {
  @EJB private CustomerService customers;
  @EJB private SystemCaller system;
  @Inject private Surveys surveys;
  @Inject private Links links;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /**
   * The form behind a link.
   *
   * @throws MarketingRefused LINK_INVALID, SURVEY_NOT_OPEN
   */
  public SurveyForm form(String token) {
    LinkToken link = read(token);
    Survey survey = open(link);
    String language = language(link.customerId());
    return new SurveyForm(
        language,
        survey.getTitle(language),
        survey.getIntro(language),
        Surveys.questionnaire(survey).questions(),
        surveys.answered(link.subjectId(), link.customerId()));
  }

  /**
   * Takes the answers.
   *
   * @throws MarketingRefused LINK_INVALID, SURVEY_NOT_OPEN, ALREADY_ANSWERED; ANSWER_MISSING,
   *     ANSWER_WRONG, ANSWER_TOO_LONG with the number of the question
   */
  public void answer(String token, List<Answer> answers) {
    LinkToken link = read(token);
    Survey survey = open(link);
    check(Surveys.questionnaire(survey), answers);
    Instant now = clock.instant();
    long response =
        surveys
            .respond(link.subjectId(), link.customerId(), language(link.customerId()), now)
            .orElseThrow(() -> new MarketingRefused(Reason.ALREADY_ANSWERED));
    surveys.addAnswers(response, answers);
    surveys.markResponded(link.subjectId(), link.customerId(), now);
    outbox.publish(new SurveyAnswered(link.subjectId(), link.customerId()));
  }

  private LinkToken read(String token) {
    return links
        .read(LinkToken.Purpose.SURVEY, token)
        .orElseThrow(() -> new MarketingRefused(Reason.LINK_INVALID));
  }

  private Survey open(LinkToken link) {
    Survey survey = surveys.get(link.subjectId());
    if (!survey.isOpen()) {
      throw new MarketingRefused(Reason.SURVEY_NOT_OPEN);
    }
    return survey;
  }

  private String language(long customerId) {
    CustomerCard card = system.call(() -> customers.card(customerId));
    return "en".equals(card.language()) ? "en" : "pl";
  }

  private static void check(Questionnaire questionnaire, List<Answer> answers) {
    questionnaire
        .refusal(answers)
        .ifPresent(
            refused -> {
              throw new MarketingRefused(
                  switch (refused.problem()) {
                    case MISSING -> Reason.ANSWER_MISSING;
                    case TOO_LONG -> Reason.ANSWER_TOO_LONG;
                    case NOT_A_CHOICE, ONE_ONLY -> Reason.ANSWER_WRONG;
                  },
                  refused.question() + 1);
            });
  }
}
