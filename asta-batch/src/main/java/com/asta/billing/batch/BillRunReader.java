package com.asta.billing.batch;

import com.asta.billing.service.BillRunWork;
import com.asta.billing.service.DeliveryWork;
import com.asta.common.batch.AccountReader;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * Reads the accounts of some shards that wait, for their trial, for their invoice, or for its
 * delivery.
 */
@Named
@Dependent
public class BillRunReader extends AccountReader {
  @Inject @BatchProperty private long runId;
  @Inject @BatchProperty private String state;
  @Inject @BatchProperty private int firstShard;
  @Inject @BatchProperty private int lastShard;
  @Inject private BillRunWork work;
  @Inject private DeliveryWork delivery;

  @Override
  protected List<Long> waiting(long after, int limit) {
    return switch (state) {
      case "NUMBERED" -> work.numbered(runId, firstShard, lastShard, after, limit);
      case "FINAL" -> delivery.waiting(runId, firstShard, lastShard, after, limit);
      default -> work.pending(runId, firstShard, lastShard, after, limit);
    };
  }
}
