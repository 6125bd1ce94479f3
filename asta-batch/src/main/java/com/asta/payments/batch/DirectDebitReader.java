package com.asta.payments.batch;

import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import com.asta.payments.service.DirectDebitService;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads the accounts that a batch is about, in the order of their ids. */
@Named
@Dependent
public class DirectDebitReader extends AbstractItemReader {
  private static final int PAGE = 500;

  @Inject
  @BatchProperty(name = "batchId")
  private String batchId;

  @Inject private SystemCaller system;
  @Inject private DirectDebitService debits;
  @Inject private Progress progress;

  private final Deque<Long> page = new ArrayDeque<>();
  private long last;
  private long fetchedTo;

  @Override
  public void open(Serializable checkpoint) {
    if (checkpoint == null) {
      progress.total(system.call(() -> debits.countDue(Long.parseLong(batchId))));
    } else {
      last = (Long) checkpoint;
      fetchedTo = last;
    }
  }

  @Override
  public Long readItem() {
    if (page.isEmpty()) {
      long id = Long.parseLong(batchId);
      page.addAll(system.call(() -> debits.accountsDue(id, fetchedTo, PAGE)));
      if (page.isEmpty()) {
        return null;
      }
      fetchedTo = page.getLast();
    }
    last = page.poll();
    return last;
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }
}
