package com.asta.marketing.batch;

import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import com.asta.marketing.service.CampaignSending;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads the recipients that are not decided yet, in order of customer. */
@Dependent
@Named
public class RecipientReader extends AbstractItemReader {
  private static final int PAGE = 500;

  @Inject @BatchProperty private String campaignId;
  @Inject private Progress progress;
  @EJB private CampaignSending sending;
  @EJB private SystemCaller system;

  private final Deque<Long> page = new ArrayDeque<>();
  private long lastRead;

  @Override
  public void open(Serializable checkpoint) {
    lastRead = checkpoint == null ? 0 : (Long) checkpoint;
    progress.total(system.call(() -> sending.recipients(campaign())));
  }

  @Override
  public Object readItem() {
    if (page.isEmpty()) {
      page.addAll(system.call(() -> sending.pending(campaign(), lastRead, PAGE)));
    }
    Long next = page.poll();
    if (next != null) {
      lastRead = next;
    }
    return next;
  }

  @Override
  public Serializable checkpointInfo() {
    return lastRead;
  }

  private long campaign() {
    return Long.parseLong(campaignId);
  }
}
