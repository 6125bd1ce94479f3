package com.asta.common.batch;

import com.asta.common.service.SystemCaller;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads the ids of accounts that wait, in their order and a page at a time. It keeps no checkpoint:
 * after a crash the state of the accounts says which still wait.
 */
public abstract class AccountReader extends AbstractItemReader {
  private static final int PAGE = 2_000;

  @Inject private SystemCaller system;

  private final Deque<Long> page = new ArrayDeque<>();
  private long last;
  private boolean ended;

  /** The next ids above {@code after}, ascending, at most {@code limit}. */
  protected abstract List<Long> waiting(long after, int limit);

  @Override
  public Long readItem() {
    if (page.isEmpty() && !ended) {
      page.addAll(system.call(() -> waiting(last, PAGE)));
      ended = page.size() < PAGE;
    }
    Long accountId = page.poll();
    if (accountId != null) {
      last = accountId;
    }
    return accountId;
  }
}
