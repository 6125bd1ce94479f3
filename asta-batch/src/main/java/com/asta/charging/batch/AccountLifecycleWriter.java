package com.asta.charging.batch;

import com.asta.charging.service.AccountLifecycleService;
import com.asta.common.AccountRange;
import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;

/** Moves the accounts of a range on in their life. */
@Named
@Dependent
public class AccountLifecycleWriter extends AbstractItemWriter {
  @Inject
  @BatchProperty(name = "asOf")
  private String asOf;

  @Inject private SystemCaller system;
  @Inject private AccountLifecycleService accounts;
  @Inject private Progress progress;

  @Override
  public void writeItems(List<Object> ranges) {
    LocalDate day = "today".equals(asOf) ? system.call(accounts::today) : LocalDate.parse(asOf);
    for (Object item : ranges) {
      AccountRange range = (AccountRange) item;
      system.run(() -> accounts.advance(range.after(), range.last(), day));
      progress.done(system.call(() -> accounts.countIn(range.after(), range.last())));
    }
  }
}
