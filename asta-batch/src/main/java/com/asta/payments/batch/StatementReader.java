package com.asta.payments.batch;

import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.StatementPart;
import com.asta.payments.rules.StatementSource;
import com.asta.payments.service.StatementImport;
import jakarta.annotation.Resource;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads the entries of a statement file, by a thread of its own a little ahead of those that are
 * recorded; a restart reads again up to where it was, since the references of entries depend on
 * those before them.
 */
@Named
@Dependent
public class StatementReader extends AbstractItemReader {
  private static final int BLOCK = 500;

  /** As much as a chunk: the next is ready when the last is recorded. */
  private static final int BLOCKS_AHEAD = 20;

  private static final long PATIENCE_MILLIS = 10_000;

  /** What the thread hands over: entries, none at the end, or why there are none. */
  private record Handed(List<StatementEntry> entries, Throwable failure) {}

  @Inject
  @BatchProperty(name = "fileId")
  private String fileId;

  @Resource private ManagedThreadFactory threads;
  @Inject private SystemCaller system;
  @Inject private StatementImport imports;
  @Inject private Progress progress;

  private final BlockingQueue<Handed> ready = new ArrayBlockingQueue<>(BLOCKS_AHEAD);
  private final Deque<StatementEntry> block = new ArrayDeque<>();
  private Thread ahead;
  private volatile boolean closed;
  private int position;

  @Override
  public void open(Serializable checkpoint) {
    long id = Long.parseLong(fileId);
    if (checkpoint == null) {
      progress.total(system.call(() -> imports.entries(id)));
    }
    position = checkpoint == null ? 0 : (Integer) checkpoint;
    int done = position;
    StatementSource file = system.call(() -> imports.read(id));
    ahead = threads.newThread(() -> readAhead(file, done));
    ahead.setName("statement-import-" + id);
    ahead.start();
  }

  @Override
  public StatementEntry readItem() throws InterruptedException {
    if (block.isEmpty()) {
      Handed handed = ready.take();
      if (handed.failure() != null) {
        throw new IllegalStateException("Statement file " + fileId, handed.failure());
      }
      block.addAll(handed.entries());
    }
    StatementEntry entry = block.poll();
    if (entry != null) {
      position = entry.position();
    }
    return entry;
  }

  @Override
  public Serializable checkpointInfo() {
    return position;
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    if (ahead != null) {
      ready.clear();
      ahead.interrupt();
      ahead.join(PATIENCE_MILLIS);
    }
  }

  private void readAhead(StatementSource file, int done) {
    try {
      Handed end = new Handed(List.of(), null);
      try (file) {
        List<StatementEntry> entries = next(file, done);
        while (!entries.isEmpty() && !closed) {
          ready.put(new Handed(entries, null));
          entries = next(file, done);
        }
      } catch (RuntimeException | Error e) {
        end = new Handed(null, e);
      }
      if (!closed) {
        ready.put(end);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next entries behind those that an earlier execution recorded; none at the end. */
  private static List<StatementEntry> next(StatementSource file, int done) {
    List<StatementEntry> entries = new ArrayList<>(BLOCK);
    Optional<StatementPart> part = file.next();
    while (part.isPresent()) {
      if (part.get() instanceof StatementEntry entry && entry.position() > done) {
        entries.add(entry);
        if (entries.size() == BLOCK) {
          return entries;
        }
      }
      part = file.next();
    }
    return entries;
  }
}
