package com.asta.marketing;

import com.asta.common.batch.JobRun;
import com.asta.common.service.Database;
import com.asta.common.service.Roles;
import com.asta.marketing.batch.CampaignSendJob;
import com.asta.marketing.model.CampaignStatus;
import com.asta.marketing.rules.Criteria;
import com.asta.marketing.service.CampaignCounts;
import com.asta.marketing.service.CampaignDraft;
import com.asta.marketing.service.CampaignService;
import com.asta.marketing.service.SurveyDraft;
import com.asta.marketing.service.SurveyResults;
import com.asta.marketing.service.SurveyService;
import com.asta.marketing.service.TargetCount;
import com.asta.marketing.service.TargetService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Does what a marketer does at the screens. */
@Stateless
@PermitAll
@RunAs(Roles.MARKETER)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CampaignDesk {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @EJB private TargetService targets;
  @EJB private CampaignService campaigns;
  @EJB private SurveyService surveys;
  @EJB private CampaignSendJob job;
  @Inject private Database database;

  public long target(String town) {
    return targets.create(town, new Criteria(null, town, null, null, null, null, null));
  }

  public TargetCount count(String town) {
    return targets.count(new Criteria(null, town, null, null, null, null, null));
  }

  public long campaign(String town, Long survey, String extra) {
    return campaigns.create(
        new CampaignDraft(
            town,
            target(town),
            survey,
            "News for {city}",
            "Hello {firstName},\n\nnews. " + extra,
            "Wieści dla {city}",
            "Witaj, {firstName}!\n\nWieści. " + extra));
  }

  public long survey(SurveyDraft draft) {
    long id = surveys.create(draft);
    surveys.open(id);
    return id;
  }

  public void start(long campaign) {
    job.start(campaign);
  }

  public void stop(long campaign) {
    job.stop(campaign);
  }

  public void goOn(long campaign) {
    job.goOn(campaign);
  }

  public void awaitSent(long campaign) {
    await(() -> campaigns.card(campaign).status() == CampaignStatus.SENT, "campaign " + campaign);
  }

  public void awaitIdle(long campaign) {
    await(
        () -> !job.execution(campaign).map(JobRun::isRunning).orElse(false),
        "job of campaign " + campaign);
  }

  /** Waits until the mail server has taken every mail of the campaign. */
  public void awaitDelivered(long campaign) {
    await(
        () -> {
          CampaignCounts counts = campaigns.counts(campaign);
          return counts.delivered() == counts.mailed();
        },
        "mails of campaign " + campaign);
  }

  public CampaignCounts counts(long campaign) {
    return campaigns.counts(campaign);
  }

  public SurveyResults results(long survey) {
    return surveys.results(survey);
  }

  public String csv(long survey) {
    return surveys.csv(survey, "en");
  }

  /** The text of the mail a customer got. */
  public String mail(long campaign, long customer) {
    return database
        .first(
            "select text_body from common.mail where unique_key = ?",
            row -> row.getString(1),
            "campaign-" + campaign + "-" + customer)
        .orElseThrow();
  }

  /** How many mails were sent to each address of a town, the largest number first. */
  public List<Long> mailsByAddress(String town) {
    return database.rows(
        "select count(*) from common.mail where recipient like ? group by recipient"
            + " order by 1 desc",
        row -> row.getLong(1),
        town + ".%");
  }

  private static void await(BooleanSupplier condition, String what) {
    Instant end = Instant.now().plus(LIMIT);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(what + " took longer than " + LIMIT);
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
