package com.asta.payments.batch;

import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import com.asta.payments.service.DunningCandidate;
import com.asta.payments.service.DunningService;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads the accounts that dunning has to decide about, in the order of their ids. */
@Named
@Dependent
public class DunningReader extends AbstractItemReader {
  private static final int PAGE = 500;

  @Inject
  @BatchProperty(name = "asOf")
  private String asOf;

  @Inject private SystemCaller system;
  @Inject private DunningService dunning;
  @Inject private Progress progress;

  private final Deque<DunningCandidate> page = new ArrayDeque<>();
  private long last;
  private long fetchedTo;

  @Override
  public void open(Serializable checkpoint) {
    if (checkpoint == null) {
      progress.total(system.call(() -> dunning.countCandidates(day())));
    } else {
      last = (Long) checkpoint;
      fetchedTo = last;
    }
  }

  @Override
  public DunningCandidate readItem() {
    if (page.isEmpty()) {
      page.addAll(system.call(() -> dunning.candidates(day(), fetchedTo, PAGE)));
      if (page.isEmpty()) {
        return null;
      }
      fetchedTo = page.getLast().accountId();
    }
    DunningCandidate next = page.poll();
    last = next.accountId();
    return next;
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }

  private LocalDate day() {
    return DunningDay.of(asOf, dunning, system);
  }
}
