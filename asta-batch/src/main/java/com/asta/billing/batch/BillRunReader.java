package com.asta.billing.batch;

import com.asta.billing.service.BillRunWork;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads the ids of accounts of some shards that wait, for their trial or for their invoice. */
@Named
@Dependent
public class BillRunReader extends AbstractItemReader {
  private static final int PAGE = 200;

  @Inject @BatchProperty private long runId;
  @Inject @BatchProperty private String state;
  @Inject @BatchProperty private int firstShard;
  @Inject @BatchProperty private int lastShard;
  @Inject private BillRunWork work;
  @Inject private SystemCaller system;

  private final Deque<Long> page = new ArrayDeque<>();
  private long last;
  private boolean ended;

  @Override
  public Long readItem() {
    if (page.isEmpty() && !ended) {
      page.addAll(system.call(this::next));
      ended = page.size() < PAGE;
    }
    Long accountId = page.poll();
    if (accountId != null) {
      last = accountId;
    }
    return accountId;
  }

  private List<Long> next() {
    return "NUMBERED".equals(state)
        ? work.numbered(runId, firstShard, lastShard, last, PAGE)
        : work.pending(runId, firstShard, lastShard, last, PAGE);
  }
}
