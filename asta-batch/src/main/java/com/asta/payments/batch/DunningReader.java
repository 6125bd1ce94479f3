package com.asta.payments.batch;

import com.asta.common.service.SystemCaller;
import com.asta.payments.service.DunningDue;
import com.asta.payments.service.DunningWork;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Looks at the accounts of some shards and reads those that something is to be done with. It keeps
 * no checkpoint: after a crash the facts say what is left to do.
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

  private final Deque<DunningDue> due = new ArrayDeque<>();
  private DunningWork.Page page;

  @Override
  public DunningDue readItem() {
    while (due.isEmpty() && (page == null || !page.last())) {
      int shard = page == null ? firstShard - 1 : page.shard();
      long account = page == null ? Long.MAX_VALUE : page.accountId();
      page = system.call(() -> work.examine(runId, shard, account, lastShard, PAGE));
      due.addAll(page.due());
    }
    return due.poll();
  }
}
