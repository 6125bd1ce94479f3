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
 * The partition plan of jobs over all accounts: divides their shards among three partitions, so
 * that two cores have work while one partition waits for its commit. More partitions than work at a
 * time would go through the accounts more than once, and rows that are written in the order of
 * accounts cost an index the least.
 */
@Named
@Dependent
public class AccountShards implements PartitionMapper {
  /** Of every job over accounts. */
  public static final int PARTITIONS = 3;

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
    Properties properties = new Properties();
    properties.setProperty("firstShard", Integer.toString(first(partition)));
    properties.setProperty("lastShard", Integer.toString(first(partition + 1) - 1));
    return properties;
  }

  private static int first(int partition) {
    return partition * Shard.COUNT / PARTITIONS;
  }
}
