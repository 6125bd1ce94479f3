package com.asta.payments.batch;

import com.asta.common.service.SystemCaller;
import com.asta.payments.service.SavedCardService;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads the accounts whose saved card has something to pay, in the order of their ids. */
@Named
@Dependent
public class AutoPayReader extends AbstractItemReader {
  private static final int PAGE = 200;

  @Inject
  @BatchProperty(name = "asOf")
  private String asOf;

  @Inject private SystemCaller system;
  @Inject private SavedCardService cards;

  private final Deque<Long> page = new ArrayDeque<>();
  private long last;
  private long fetchedTo;

  @Override
  public void open(Serializable checkpoint) {
    last = checkpoint == null ? 0 : (Long) checkpoint;
    fetchedTo = last;
  }

  @Override
  public Long readItem() {
    if (page.isEmpty()) {
      page.addAll(system.call(() -> cards.autoPaying(LocalDate.parse(asOf), fetchedTo, PAGE)));
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
