package com.asta.charging.batch;

import com.asta.charging.service.RepricingWork;
import com.asta.common.batch.AccountReader;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Reads the accounts of some shards that wait to be priced anew. */
@Named
@Dependent
public class RepricingReader extends AccountReader {
  @Inject @BatchProperty private long repricingId;
  @Inject @BatchProperty private int firstShard;
  @Inject @BatchProperty private int lastShard;
  @Inject private RepricingWork work;

  @Override
  protected List<Long> waiting(long after, int limit) {
    return work.pending(repricingId, firstShard, lastShard, after, limit);
  }
}
