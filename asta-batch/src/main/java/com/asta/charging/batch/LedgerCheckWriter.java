package com.asta.charging.batch;

import com.asta.charging.service.LedgerCheckService;
import com.asta.common.AccountRange;
import com.asta.common.batch.Progress;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Compares the balances of a range of accounts with their entries. */
@Named
@Dependent
public class LedgerCheckWriter extends AbstractItemWriter {
  @Inject private JobContext job;
  @Inject private SystemCaller system;
  @Inject private LedgerCheckService checks;
  @Inject private Progress progress;

  @Override
  public void writeItems(List<Object> ranges) {
    for (Object item : ranges) {
      AccountRange range = (AccountRange) item;
      LedgerCheckService.Compared compared =
          system.call(() -> checks.compare(job.getInstanceId(), range.after(), range.last()));
      progress.done(compared.accounts() - compared.differences());
      progress.rejected(compared.differences());
    }
  }
}
