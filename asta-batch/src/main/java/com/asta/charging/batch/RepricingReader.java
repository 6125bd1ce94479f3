package com.asta.charging.batch;

import com.asta.charging.service.RepricingWork;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads the ids of accounts of some shards that wait to be priced anew. */
@Named
@Dependent
public class RepricingReader extends AbstractItemReader {
  private static final int PAGE = 200;

  @Inject @BatchProperty private long repricingId;
  @Inject @BatchProperty private int firstShard;
  @Inject @BatchProperty private int lastShard;
  @Inject private RepricingWork work;
  @Inject private SystemCaller system;

  private final Deque<Long> page = new ArrayDeque<>();
  private long last;
  private boolean ended;

  @Override
  public Long readItem() {
    if (page.isEmpty() && !ended) {
      List<Long> next =
          system.call(() -> work.pending(repricingId, firstShard, lastShard, last, PAGE));
      page.addAll(next);
      ended = next.size() < PAGE;
    }
    Long accountId = page.poll();
    if (accountId != null) {
      last = accountId;
    }
    return accountId;
  }
}
