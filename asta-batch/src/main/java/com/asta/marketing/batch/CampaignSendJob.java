package com.asta.marketing.batch;

import com.asta.common.batch.JobControl;
import com.asta.common.batch.JobRun;
import com.asta.common.batch.JobStatus;
import com.asta.common.service.Roles;
import com.asta.marketing.model.CampaignStatus;
import com.asta.marketing.service.CampaignCard;
import com.asta.marketing.service.CampaignService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Map;
import java.util.Optional;

/** Starts, stops and takes up the sending of a campaign. */
@Stateless
@RolesAllowed({Roles.MARKETER, Roles.ADMIN, Roles.SYSTEM})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CampaignSendJob {
  static final String NAME = "marketing-campaign-send";

  @EJB private CampaignService campaigns;
  @EJB private JobControl jobs;

  /**
   * Begins a campaign and starts its job; returns the execution.
   *
   * @throws com.asta.marketing.service.MarketingRefused CAMPAIGN_NOT_DRAFT if it was begun before
   */
  public long start(long campaignId) {
    campaigns.begin(campaignId);
    return run(campaignId);
  }

  /** Stops the sending at the next checkpoint. */
  public void stop(long campaignId) {
    campaigns.card(campaignId);
    execution(campaignId).filter(JobRun::isRunning).ifPresent(run -> jobs.stop(run.executionId()));
  }

  /** Goes on with a sending that was stopped, failed, or begun and never started. */
  public void goOn(long campaignId) {
    CampaignCard card = campaigns.card(campaignId);
    if (card.status() != CampaignStatus.SENDING) {
      return;
    }
    Optional<JobRun> run = execution(campaignId);
    if (run.filter(JobRun::isRunning).isPresent()) {
      return;
    }
    if (run.isPresent() && run.get().status() != JobStatus.COMPLETED) {
      campaigns.sentBy(campaignId, jobs.restart(run.get().executionId()));
    } else {
      run(campaignId);
    }
  }

  /** The newest execution of the campaign's job; empty if there is none. */
  public Optional<JobRun> execution(long campaignId) {
    return Optional.ofNullable(campaigns.card(campaignId).executionId())
        .map(id -> jobs.runsOf(jobs.run(id).instanceId()).get(0));
  }

  private long run(long campaignId) {
    long executionId = jobs.start(NAME, Map.of("campaignId", String.valueOf(campaignId)));
    campaigns.sentBy(campaignId, executionId);
    return executionId;
  }
}
