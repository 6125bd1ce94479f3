package com.asta.charging.batch;

import com.asta.charging.service.UsageRejects;
import com.asta.charging.service.UsageSuspense;
import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads suspended lines in the order in which they came, each once. */
@Named
@Dependent
public class UsageSuspenseReader extends AbstractItemReader {
  private static final int LINES = 2000;

  @Inject @BatchProperty private String reason;
  @Inject @BatchProperty private String fileId;
  @Inject @BatchProperty private String from;
  @Inject @BatchProperty private String to;
  @Inject @BatchProperty private String text;

  @Inject private SystemCaller system;
  @Inject private UsageSuspense suspense;
  @Inject private Progress progress;

  private UsageRejects which;
  private long after;

  @Override
  public void open(Serializable checkpoint) {
    which =
        new UsageRejects(
            blankToNull(reason),
            blankToNull(fileId) == null ? null : Long.valueOf(fileId),
            day(from),
            day(to),
            blankToNull(text),
            null);
    if (checkpoint == null) {
      progress.total(system.call(() -> suspense.count(which)));
    } else {
      after = (Long) checkpoint;
    }
  }

  @Override
  public List<Long> readItem() {
    List<Long> ids = system.call(() -> suspense.ids(which, after, LINES));
    if (ids.isEmpty()) {
      return null;
    }
    after = ids.get(ids.size() - 1);
    return new ArrayList<>(ids);
  }

  @Override
  public Serializable checkpointInfo() {
    return after;
  }

  private static LocalDate day(String text) {
    return blankToNull(text) == null ? null : LocalDate.parse(text);
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
