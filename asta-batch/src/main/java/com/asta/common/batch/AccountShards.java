package com.asta.common.batch;

import com.asta.common.Shard;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.Properties;
import java.util.stream.IntStream;

/**
 * The partition plan of every job over accounts: divides their shards among two partitions. More
 * than work at a time would go through the accounts more than once, and rows that are written in
 * the order of accounts cost an index the least.
 */
@Named
@Dependent
public class AccountShards implements PartitionMapper {
  private static final int PARTITIONS = 2;

  @Override
  public PartitionPlan mapPartitions() {
    PartitionPlanImpl plan = new PartitionPlanImpl();
    plan.setPartitions(PARTITIONS);
    plan.setThreads(PARTITIONS);
    plan.setPartitionProperties(
        IntStream.range(0, PARTITIONS)
            .mapToObj(AccountShards::properties)
            .toArray(Properties[]::new));
    return plan;
  }

  private static Properties properties(int partition) {
    int size = Shard.COUNT / PARTITIONS;
    Properties properties = new Properties();
    properties.setProperty("firstShard", Integer.toString(partition * size));
    properties.setProperty("lastShard", Integer.toString((partition + 1) * size - 1));
    return properties;
  }
}
