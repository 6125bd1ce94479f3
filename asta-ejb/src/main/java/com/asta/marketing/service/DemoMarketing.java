package com.asta.marketing.service;

import com.asta.common.service.Database;
import com.asta.common.service.DemoPart;
import com.asta.customers.rules.CustomerKind;
import com.asta.marketing.rules.Answer;
import com.asta.marketing.rules.Criteria;
import com.asta.marketing.rules.Question;
import com.asta.marketing.rules.QuestionKind;
import com.asta.marketing.rules.Questionnaire;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Two targets, a campaign sent last month, and the survey it invited to with its answers. */
@Dependent
public class DemoMarketing implements DemoPart {
  private static final int ORDER = 50;
  private static final int RESPONSES = 60;
  private static final int PAGE = 500;
  private static final long DAYS_AGO = 24;

  @EJB private TargetService targets;
  @EJB private SurveyService surveys;
  @EJB private CampaignService campaigns;
  @EJB private CampaignSending sending;
  @Inject private Surveys responses;
  @Inject private Database database;
  @Inject private Clock clock;

  private final Random random = new Random(20_260_750L);

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public void load() {
    long everyone =
        targets.create(
            "Klienci indywidualni / Individuals",
            new Criteria(CustomerKind.INDIVIDUAL, null, null, null, null, null, null));
    targets.create(
        "Firmy z Krakowa / Organisations in Kraków",
        new Criteria(CustomerKind.ORGANISATION, "Kraków", null, null, null, null, null));
    long survey = surveys.create(satisfaction());
    surveys.open(survey);
    long campaign = campaigns.create(letter(everyone, survey));
    send(campaign);
    answer(survey, campaign);
    draft(everyone);
  }

  private void send(long campaign) {
    campaigns.begin(campaign);
    Optional<Long> last = sending.freeze(campaign, 0, PAGE);
    while (last.isPresent()) {
      last = sending.freeze(campaign, last.get(), PAGE);
    }
    List<Long> pending = sending.pending(campaign, 0, PAGE);
    while (!pending.isEmpty()) {
      sending.send(campaign, pending);
      pending = sending.pending(campaign, pending.get(pending.size() - 1), PAGE);
    }
    sending.finish(campaign);
    backdate(campaign, clock.instant().minus(Duration.ofDays(DAYS_AGO)));
  }

  /** It happened last month: the mails of made-up people are history and go nowhere. */
  private void backdate(long campaign, Instant then) {
    database.update(
        "update common.mail set status = 'SENT', sent_at = ?, created_at = ?, next_at = ?"
            + " where unique_key like ?",
        then,
        then,
        then,
        "campaign-" + campaign + "-%");
    database.update(
        "update marketing.campaign_recipient set decided_at = ? where campaign_id = ?",
        then,
        campaign);
    database.update(
        "update marketing.campaign set created_at = ?, started_at = ?, frozen_at = ?,"
            + " finished_at = ? where id = ?",
        then.minus(Duration.ofHours(3)),
        then,
        then,
        then.plusSeconds(40),
        campaign);
    database.update(
        "update marketing.survey set opened_at = ? where id ="
            + " (select survey_id from marketing.campaign where id = ?)",
        then.minus(Duration.ofHours(4)),
        campaign);
  }

  private void answer(long survey, long campaign) {
    List<Long> mailed =
        database.rows(
            "select customer_id from marketing.campaign_recipient where campaign_id = ?"
                + " and status = 'QUEUED' order by customer_id limit ?",
            row -> row.getLong(1),
            campaign,
            RESPONSES);
    Instant then = clock.instant().minus(Duration.ofDays(DAYS_AGO));
    for (long customer : mailed) {
      Instant at = then.plus(Duration.ofMinutes(30L + random.nextInt(60 * 24 * 9)));
      long response = responses.respond(survey, customer, "pl", at).orElseThrow();
      responses.addAnswers(response, answers());
      responses.markResponded(survey, customer, at);
    }
    database.update(
        "update marketing.campaign_recipient set unsubscribed_at = decided_at + interval '2 hours'"
            + " where campaign_id = ? and customer_id in (select customer_id from"
            + " marketing.campaign_recipient where campaign_id = ? and status = 'QUEUED'"
            + " order by customer_id desc limit 2)",
        campaign,
        campaign);
  }

  private List<Answer> answers() {
    int mood = Math.max(0, Math.min(10, 8 + (int) Math.round(random.nextGaussian() * 2)));
    List<Answer> answers = new ArrayList<>();
    answers.add(new Answer(0, List.of(mood), null));
    answers.add(new Answer(1, List.of(Math.max(1, Math.min(5, (mood + 1) / 2))), null));
    answers.add(new Answer(2, List.of(random.nextInt(10) < 6 ? 0 : 1 + random.nextInt(3)), null));
    List<Integer> wishes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      if (random.nextInt(3) == 0) {
        wishes.add(i);
      }
    }
    answers.add(new Answer(3, wishes, null));
    if (random.nextInt(4) == 0) {
      answers.add(new Answer(4, List.of(), TEXTS.get(random.nextInt(TEXTS.size()))));
    }
    return answers;
  }

  private static final List<String> TEXTS =
      List.of(
          "Szybki internet, miły technik.",
          "Faktura mogłaby być prostsza.",
          "Wszystko działa, dziękuję.",
          "Wieczorami bywa wolniej.",
          "Poproszę o więcej kanałów sportowych.",
          "Infolinia odebrała od razu.");

  private static SurveyDraft satisfaction() {
    return new SurveyDraft(
        "How do you like our services?",
        "Five short questions, two minutes.",
        "Jak oceniasz nasze usługi?",
        "Pięć krótkich pytań, dwie minuty.",
        new Questionnaire(
            List.of(
                new Question(
                    QuestionKind.NPS,
                    "How likely are you to recommend us to a friend?",
                    "Jak bardzo prawdopodobne jest, że polecisz nas znajomym?",
                    true,
                    null,
                    null),
                new Question(
                    QuestionKind.RATING,
                    "How do you rate our customer service?",
                    "Jak oceniasz naszą obsługę?",
                    true,
                    null,
                    null),
                new Question(
                    QuestionKind.SINGLE,
                    "Which service do you use most?",
                    "Z której usługi korzystasz najczęściej?",
                    true,
                    List.of("Fibre internet", "TV", "Mobile", "None in particular"),
                    List.of("Internet światłowodowy", "Telewizja", "Telefon", "Z żadnej")),
                new Question(
                    QuestionKind.MULTIPLE,
                    "What would you like next?",
                    "Co chcesz mieć w przyszłości?",
                    false,
                    List.of("Faster internet", "More TV channels", "More data", "Home security"),
                    List.of("Szybszy internet", "Więcej kanałów", "Więcej GB", "Monitoring domu")),
                new Question(
                    QuestionKind.TEXT,
                    "What else should we know?",
                    "Co jeszcze chcesz nam powiedzieć?",
                    false,
                    null,
                    null))));
  }

  private static CampaignDraft letter(long target, long survey) {
    return new CampaignDraft(
        "Badanie zadowolenia / Satisfaction survey",
        target,
        survey,
        "{firstName}, tell us how we are doing",
        "Hello {firstName},\n\nyou have been with {operator} for a while, and we would like to"
            + " know how you like our services.\n\n{surveyLink}\n\nThank you!",
        "{firstName}, powiedz nam, jak nam idzie",
        "Dzień dobry, {firstName},\n\nod jakiegoś czasu {operator} dostarcza Ci usługi"
            + " i chce wiedzieć, jak je oceniasz.\n\n{surveyLink}\n\nDziękujemy!");
  }

  private void draft(long target) {
    campaigns.create(
        new CampaignDraft(
            "Światłowód 1000 / Fibre 1000",
            target,
            null,
            "Fibre 1000 now in {city}",
            "Hello {firstName},\n\nfrom this month you can have 1000 Mb/s at home in {city}."
                + "\n\nCall us or answer this mail.",
            "Światłowód 1000 w Twojej miejscowości",
            "Dzień dobry, {firstName},\n\nod tego miesiąca możesz mieć w domu 1000 Mb/s."
                + " Twoja miejscowość: {city}.\n\nZadzwoń albo odpowiedz na tę wiadomość."));
  }
}
