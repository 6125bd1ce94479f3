package com.asta.payments.batch;

import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.StatementPart;
import com.asta.payments.rules.StatementSource;
import com.asta.payments.service.StatementImport;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;

/**
 * Reads the entries of a statement file; a restart reads again up to where it was, since the
 * references of entries depend on those before them.
 */
@Named
@Dependent
public class StatementReader extends AbstractItemReader {
  @Inject
  @BatchProperty(name = "fileId")
  private String fileId;

  @Inject private SystemCaller system;
  @Inject private StatementImport imports;
  @Inject private Progress progress;

  private StatementSource file;
  private int position;

  @Override
  public void open(Serializable checkpoint) {
    long id = Long.parseLong(fileId);
    if (checkpoint == null) {
      progress.total(system.call(() -> imports.file(id).entries()));
    }
    file = system.call(() -> imports.read(id));
    int done = checkpoint == null ? 0 : (Integer) checkpoint;
    while (position < done && readItem() != null) {
      // over what an earlier execution recorded
    }
  }

  @Override
  public StatementEntry readItem() {
    Optional<StatementPart> part = file.next();
    while (part.isPresent() && !(part.get() instanceof StatementEntry)) {
      part = file.next();
    }
    if (part.isEmpty()) {
      return null;
    }
    StatementEntry entry = (StatementEntry) part.get();
    position = entry.position();
    return entry;
  }

  @Override
  public Serializable checkpointInfo() {
    return position;
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
