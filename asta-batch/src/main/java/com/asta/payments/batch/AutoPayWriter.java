package com.asta.payments.batch;

import com.asta.common.batch.Progress;
import com.asta.common.service.Suspense;
import com.asta.common.service.SystemCaller;
import com.asta.payments.service.PaymentAttemptService;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Charges saved cards, each once a day: the day is a part of the attempt's key, so a restart
 * charges nobody twice.
 */
@Named
@Dependent
public class AutoPayWriter extends AbstractItemWriter {
  @Inject
  @BatchProperty(name = "asOf")
  private String asOf;

  @Inject private SystemCaller system;
  @Inject private PaymentAttemptService attempts;
  @Inject private Suspense suspense;
  @Inject private Progress progress;

  @Override
  public void writeItems(List<Object> items) {
    for (Object item : items) {
      charge((Long) item);
    }
  }

  private void charge(long accountId) {
    LocalDate day = LocalDate.parse(asOf);
    Optional<RuntimeException> failure = system.attempt(() -> attempts.payByItself(accountId, day));
    if (failure.isEmpty()) {
      progress.done(1);
      return;
    }
    suspense.add(
        "payments",
        AutoPayJob.NAME,
        String.valueOf(accountId),
        "AUTO_PAY_FAILED",
        String.valueOf(failure.get().getMessage()),
        null);
    progress.rejected(1);
  }
}
