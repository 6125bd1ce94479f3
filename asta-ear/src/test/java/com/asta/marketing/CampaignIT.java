package com.asta.marketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Refusal;
import com.asta.marketing.rules.Answer;
import com.asta.marketing.rules.Eligibility.Skip;
import com.asta.marketing.rules.Question;
import com.asta.marketing.rules.QuestionKind;
import com.asta.marketing.rules.Questionnaire;
import com.asta.marketing.service.CampaignCounts;
import com.asta.marketing.service.CampaignService;
import com.asta.marketing.service.MarketingRefused;
import com.asta.marketing.service.MarketingRefused.Reason;
import com.asta.marketing.service.SurveyAnswering;
import com.asta.marketing.service.SurveyDraft;
import com.asta.marketing.service.SurveyResults;
import com.asta.marketing.service.TargetCount;
import com.asta.marketing.service.UnsubscribeService;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ArquillianTest
class CampaignIT {
  private static final Pattern TOKEN = Pattern.compile("(\\w+)\\.xhtml\\?token=(\\S+)");

  @Inject private Crowd crowd;
  @Inject private CampaignDesk desk;
  @Inject private CampaignService campaigns;
  @Inject private UnsubscribeService leaving;
  @Inject private SurveyAnswering answering;

  private String town;

  @BeforeEach
  void newTown() {
    town = "town" + Long.toString(System.nanoTime(), 36);
  }

  @Test
  void eachRecipientGetsOneMailThoughTheJobIsStoppedAndTakenUp() {
    crowd.register(town, 120, "pl");
    long campaign = desk.campaign(town, null, "");

    desk.start(campaign);
    desk.stop(campaign);
    desk.awaitIdle(campaign);
    desk.goOn(campaign);
    desk.awaitSent(campaign);
    desk.goOn(campaign);
    desk.awaitDelivered(campaign);

    CampaignCounts counts = desk.counts(campaign);
    assertEquals(120, counts.recipients());
    assertEquals(120, counts.mailed());
    List<Long> mails = desk.mailsByAddress(town);
    assertEquals(120, mails.size());
    assertEquals(1, mails.get(0), "mails to one address");
  }

  @Test
  void consentIsAskedAgainAtTheMomentOfSending() {
    List<Long> people = crowd.register(town, 3, "en");
    assertEquals(new TargetCount(3, 3), desk.count(town));
    long first = desk.campaign(town, null, "");
    desk.start(first);
    desk.awaitSent(first);

    crowd.withdraw(people.get(0));
    leaving.confirm(token("unsubscribe", desk.mail(first, people.get(1))));
    assertEquals(new TargetCount(3, 1), desk.count(town));
    long second = desk.campaign(town, null, "");
    desk.start(second);
    desk.awaitSent(second);

    assertEquals(1, desk.counts(second).mailed());
    assertEquals(Map.of(Skip.NO_CONSENT, 1L, Skip.SUPPRESSED, 1L), desk.counts(second).skipped());
    assertEquals(1, desk.counts(first).unsubscribed());
    assertFalse(crowd.consented(people.get(1)));
  }

  @Test
  void nobodyIsMailedMoreOftenThanTheCapAllows() {
    crowd.register(town, 1, "pl");
    for (int i = 0; i < 3; i++) {
      long campaign = desk.campaign(town, null, "");
      desk.start(campaign);
      desk.awaitSent(campaign);
      assertEquals(1, desk.counts(campaign).mailed());
    }

    long fourth = desk.campaign(town, null, "");
    desk.start(fourth);
    desk.awaitSent(fourth);

    assertEquals(Map.of(Skip.MAILED_TOO_OFTEN, 1L), desk.counts(fourth).skipped());
  }

  @Test
  void aCampaignIsBegunOnce() {
    long campaign = desk.campaign(town, null, "");
    desk.start(campaign);

    assertRefused(Reason.CAMPAIGN_NOT_DRAFT, () -> desk.start(campaign));
  }

  @Test
  void whatAMarketerWritesIsNoTemplate() {
    assertRefused(Reason.FIELD_UNKNOWN, () -> desk.campaign(town, null, "{iban}"));
    List<Long> people = crowd.register(town, 1, "en");
    long campaign = desk.campaign(town, null, "${1+1} <#list 1..9 as x>");
    desk.start(campaign);
    desk.awaitSent(campaign);

    String mail = desk.mail(campaign, people.get(0));

    assertTrue(mail.startsWith("Hello Ewa,\n\nnews. ${1+1} <#list 1..9 as x>"), mail);
  }

  @Test
  void aSurveyIsAnsweredOnceByWhomItWasSentTo() {
    List<Long> people = crowd.register(town, 2, "en");
    long survey = desk.survey(questions());
    long campaign = desk.campaign(town, survey, "{surveyLink}");
    desk.start(campaign);
    desk.awaitSent(campaign);
    String token = token("survey", desk.mail(campaign, people.get(0)));
    List<Answer> answers =
        List.of(
            new Answer(0, List.of(9), null),
            new Answer(1, List.of(0, 1), null),
            new Answer(2, List.of(), "=1+1"));

    assertRefused(Reason.ANSWER_MISSING, () -> answering.answer(token, List.of()));
    answering.answer(token, answers);
    assertRefused(Reason.ALREADY_ANSWERED, () -> answering.answer(token, answers));

    SurveyResults results = desk.results(survey);
    assertEquals(1, results.responses());
    assertEquals(2, results.invited());
    assertEquals(100, results.questions().get(0).netPromoter().score());
    assertEquals(Map.of(0, 1L, 1, 1L), results.questions().get(1).counts());
    assertEquals(List.of("=1+1"), results.questions().get(2).texts());
    assertEquals(1, desk.counts(campaign).responded());
    String line = desk.csv(survey).lines().skip(1).findFirst().orElseThrow();
    assertTrue(line.endsWith(",en,9,Red; Blue,'=1+1"), line);
  }

  @Test
  void aLinkSomebodyMadeUpOpensNothing() {
    List<Long> people = crowd.register(town, 2, "en");
    long campaign = desk.campaign(town, null, "");
    desk.start(campaign);
    desk.awaitSent(campaign);
    String mine = token("unsubscribe", desk.mail(campaign, people.get(0)));
    String forged = mine.replaceFirst("-\\d+\\.", "-" + people.get(1) + ".");

    assertRefused(Reason.LINK_INVALID, () -> leaving.confirm(forged));
    assertRefused(Reason.LINK_INVALID, () -> answering.form(mine));
    assertRefused(Reason.LINK_INVALID, () -> leaving.address("x"));
    assertTrue(crowd.consented(people.get(1)));
    assertEquals("t•••@example.com", leaving.address(mine));
    assertTrue(crowd.consented(people.get(0)), "looking changes nothing");
  }

  @Test
  void strangersCannotSeeCampaigns() {
    assertThrows(EJBAccessException.class, () -> campaigns.list(0, 1));
  }

  private static SurveyDraft questions() {
    return new SurveyDraft(
        "Survey",
        null,
        "Ankieta",
        null,
        new Questionnaire(
            List.of(
                new Question(QuestionKind.NPS, "Recommend?", "Polecisz?", true, null, null),
                new Question(
                    QuestionKind.MULTIPLE,
                    "Colours?",
                    "Kolory?",
                    true,
                    List.of("Red", "Blue"),
                    List.of("Czerwony", "Niebieski")),
                new Question(QuestionKind.TEXT, "More?", "Więcej?", false, null, null))));
  }

  private static String token(String page, String mail) {
    Matcher matcher = TOKEN.matcher(mail);
    while (matcher.find()) {
      if (matcher.group(1).equals(page)) {
        return matcher.group(2);
      }
    }
    throw new AssertionError("No link to " + page + " in: " + mail);
  }

  private static void assertRefused(Reason reason, Runnable action) {
    Refusal refusal = assertThrows(MarketingRefused.class, action::run);
    assertEquals(reason, refusal.reason());
  }
}
