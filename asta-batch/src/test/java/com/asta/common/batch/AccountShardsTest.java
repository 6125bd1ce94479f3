package com.asta.common.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.common.Shard;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountShardsTest {
  @Test
  void everyShardIsInExactlyOnePartition() {
    int[] shards =
        Arrays.stream(new AccountShards().mapPartitions().getPartitionProperties())
            .flatMapToInt(
                partition ->
                    IntStream.rangeClosed(
                        number(partition, "firstShard"), number(partition, "lastShard")))
            .toArray();
    assertEquals(
        IntStream.range(0, Shard.COUNT).boxed().toList(), Arrays.stream(shards).boxed().toList());
  }

  private static int number(Properties partition, String name) {
    return Integer.parseInt(partition.getProperty(name));
  }
}
