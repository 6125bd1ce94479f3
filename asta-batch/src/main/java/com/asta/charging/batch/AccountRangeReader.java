package com.asta.charging.batch;

import com.asta.charging.service.AccountLifecycleService;
import com.asta.common.AccountRange;
import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Cuts all charging accounts into ranges of ids; a restart goes on behind the last one done. */
@Named
@Dependent
public class AccountRangeReader extends AbstractItemReader {
  @Inject
  @BatchProperty(name = "range")
  private String range;

  @Inject private SystemCaller system;
  @Inject private AccountLifecycleService accounts;
  @Inject private Progress progress;

  private long last;

  @Override
  public void open(Serializable checkpoint) {
    if (checkpoint == null) {
      progress.total(system.call(accounts::count));
    } else {
      last = (Long) checkpoint;
    }
  }

  @Override
  public AccountRange readItem() {
    Long to = system.call(() -> accounts.nextRange(last, Integer.parseInt(range)));
    if (to == null) {
      return null;
    }
    AccountRange next = new AccountRange(last, to);
    last = to;
    return next;
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }
}
