package com.asta.marketing.batch;

import com.asta.common.service.SystemCaller;
import com.asta.marketing.service.CampaignSending;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Writes down who the recipients are, a page in a transaction. */
@Dependent
@Named
public class RecipientFreezer extends AbstractBatchlet {
  private static final int PAGE = 1000;

  @Inject @BatchProperty private String campaignId;
  @EJB private CampaignSending sending;
  @EJB private SystemCaller system;

  private volatile boolean stopped;

  @Override
  public String process() {
    long campaign = Long.parseLong(campaignId);
    Optional<Long> last = Optional.of(0L);
    while (last.isPresent()) {
      if (stopped) {
        return "STOPPED";
      }
      long after = last.get();
      last = system.call(() -> sending.freeze(campaign, after, PAGE));
    }
    return "COMPLETED";
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
