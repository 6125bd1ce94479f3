package com.asta.billing.batch;

import com.asta.billing.service.BillRunWork;
import com.asta.common.AccountRange;
import com.asta.common.batch.AccountShards;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;

/**
 * The partition plan of a bill run: ranges of its accounts. Neighbours are in the same pages of
 * tables and indexes, so that each page is one partition's work and no other has to wait for it.
 */
@Named
@Dependent
public class BillRunRanges implements PartitionMapper {
  @Inject @BatchProperty private long runId;
  @Inject private BillRunWork work;
  @Inject private SystemCaller system;

  @Override
  public PartitionPlan mapPartitions() {
    PartitionPlanImpl plan = new PartitionPlanImpl();
    plan.setPartitions(AccountShards.PARTITIONS);
    plan.setThreads(AccountShards.PARTITIONS);
    plan.setPartitionProperties(
        system.call(() -> work.ranges(runId, AccountShards.PARTITIONS)).stream()
            .map(BillRunRanges::properties)
            .toArray(Properties[]::new));
    return plan;
  }

  private static Properties properties(AccountRange range) {
    Properties properties = new Properties();
    properties.setProperty("after", Long.toString(range.after()));
    properties.setProperty("last", Long.toString(range.last()));
    return properties;
  }
}
