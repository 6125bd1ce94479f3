package com.asta.marketing.batch;

import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import com.asta.marketing.service.CampaignSending;
import com.asta.marketing.service.CampaignSending.Sent;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Decides a chunk of recipients and queues their mails, in the chunk's transaction. */
@Dependent
@Named
public class RecipientWriter extends AbstractItemWriter {
  @Inject @BatchProperty private String campaignId;
  @Inject private Progress progress;
  @EJB private CampaignSending sending;
  @EJB private SystemCaller system;

  @Override
  public void writeItems(List<Object> items) {
    List<Long> customers = items.stream().map(Long.class::cast).toList();
    Sent sent = system.call(() -> sending.send(Long.parseLong(campaignId), customers));
    progress.done(sent.mailed() + sent.skipped());
  }
}
