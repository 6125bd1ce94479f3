package com.asta.payments.batch;

import com.asta.common.batch.Progress;
import com.asta.common.service.Suspense;
import com.asta.common.service.SystemCaller;
import com.asta.payments.rules.DunningDecision;
import com.asta.payments.service.DunningCandidate;
import com.asta.payments.service.DunningService;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;

/** Does what is due; an account that fails goes to suspense and the run goes on. */
@Named
@Dependent
public class DunningWriter extends AbstractItemWriter {
  @Inject
  @BatchProperty(name = "asOf")
  private String asOf;

  @Inject private SystemCaller system;
  @Inject private DunningService dunning;
  @Inject private Suspense suspense;
  @Inject private Progress progress;

  @Override
  public void writeItems(List<Object> items) {
    LocalDate day = DunningDay.of(asOf, dunning, system);
    int failed = system.call(() -> doDue(items, day));
    progress.done(items.size() - failed);
    progress.rejected(failed);
  }

  private int doDue(List<Object> items, LocalDate day) {
    int failed = 0;
    for (Object item : items) {
      DunningCandidate candidate = (DunningCandidate) item;
      if (!(dunning.decide(candidate) instanceof DunningDecision.Wait) && !done(candidate, day)) {
        failed++;
      }
    }
    return failed;
  }

  private boolean done(DunningCandidate candidate, LocalDate day) {
    try {
      dunning.step(candidate.accountId(), day);
      return true;
    } catch (RuntimeException failure) {
      suspense.add(
          "payments",
          DunningJob.NAME,
          candidate.accountNumber(),
          "DUNNING_FAILED",
          String.valueOf(failure.getMessage()),
          null);
      return false;
    }
  }
}
