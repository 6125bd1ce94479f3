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
 * The partition plan of every job over accounts: divides their shards; two partitions work at a
 * time.
 */
@Named
@Dependent
public class AccountShards implements PartitionMapper {
  private static final int PARTITIONS = 8;
  private static final int THREADS = 2;

  @Override
  public PartitionPlan mapPartitions() {
    PartitionPlanImpl plan = new PartitionPlanImpl();
    plan.setPartitions(PARTITIONS);
    plan.setThreads(THREADS);
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
