package com.asta.billing.batch;

import com.asta.billing.service.BillRunWork;
import com.asta.billing.service.DeliveryWork;
import com.asta.common.AccountRange;
import com.asta.common.batch.AccountReader;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * Reads the accounts of a range that wait, for their trial, for their invoice, or for its delivery.
 */
@Named
@Dependent
public class BillRunReader extends AccountReader {
  @Inject @BatchProperty private long runId;
  @Inject @BatchProperty private String state;
  @Inject @BatchProperty private long after;
  @Inject @BatchProperty private long last;
  @Inject private BillRunWork work;
  @Inject private DeliveryWork delivery;

  @Override
  protected List<Long> waiting(long read, int limit) {
    AccountRange range = new AccountRange(Math.max(after, read), last);
    return switch (state) {
      case "NUMBERED" -> work.numbered(runId, range, limit);
      case "FINAL" -> delivery.waiting(runId, range, limit);
      default -> work.pending(runId, range, limit);
    };
  }
}
