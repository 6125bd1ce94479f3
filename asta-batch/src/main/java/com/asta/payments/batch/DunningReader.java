package com.asta.payments.batch;

import com.asta.common.service.SystemCaller;
import com.asta.payments.service.DunningWork;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads the accounts of some shards that owe something overdue or have a case. It keeps no
 * checkpoint: after a crash the facts say what is left to do.
 */
@Named
@Dependent
public class DunningReader extends AbstractItemReader {
  private static final int PAGE = 2000;

  @Inject @BatchProperty private long runId;
  @Inject @BatchProperty private int firstShard;
  @Inject @BatchProperty private int lastShard;
  @Inject private DunningWork work;
  @Inject private SystemCaller system;

  private final Deque<Long> found = new ArrayDeque<>();
  private DunningWork.Page page;

  @Override
  public Long readItem() {
    while (found.isEmpty() && (page == null || !page.last())) {
      int shard = page == null ? firstShard - 1 : page.shard();
      long account = page == null ? Long.MAX_VALUE : page.accountId();
      page = system.call(() -> work.next(runId, shard, account, lastShard, PAGE));
      found.addAll(page.accountIds());
    }
    return found.poll();
  }
}
