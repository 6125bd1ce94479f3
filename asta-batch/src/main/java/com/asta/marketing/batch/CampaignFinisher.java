package com.asta.marketing.batch;

import com.asta.common.service.SystemCaller;
import com.asta.marketing.service.CampaignSending;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Marks the campaign as sent. */
@Dependent
@Named
public class CampaignFinisher extends AbstractBatchlet {
  @Inject @BatchProperty private String campaignId;
  @EJB private CampaignSending sending;
  @EJB private SystemCaller system;

  @Override
  public String process() {
    system.run(() -> sending.finish(Long.parseLong(campaignId)));
    return "COMPLETED";
  }
}
