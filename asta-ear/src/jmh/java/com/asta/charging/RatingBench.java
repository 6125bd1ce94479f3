package com.asta.charging;

import com.asta.charging.rules.PrefixTable;
import com.asta.charging.rules.Zone;
import com.asta.system.bench.BenchResults;
import com.asta.system.bench.Rounds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The pure rules on one thread, by JMH in a process of its own; medians of five rounds. */
class RatingBench {
  private static final int MEDIAN = 50;
  private static final int ROUNDS = 5;

  @Test
  void ratings() throws RunnerException {
    BenchResults.add("rating.pure", medians(RatingSpeed.class).get("rate"), "1/s");
  }

  @Test
  void prefixes() throws RunnerException {
    Map<String, Double> medians = medians(PrefixSpeed.class);
    BenchResults.add(
        "prefix.lookup",
        medians.get("table"),
        "1/s",
        "java.util.TreeMap floor search",
        medians.get("tree"));
  }

  @Test
  void sizeAndLoad() throws Exception {
    List<Zone> zones = PrefixSpeed.zones();
    double octets = PrefixTable.ofZones(zones).octets();
    BenchResults.add("prefix.size", octets / PrefixSpeed.PREFIXES, "octets/prefix");
    BenchResults.add(
        "prefix.load",
        Rounds.median(
            ROUNDS,
            () -> {
              long begin = System.nanoTime();
              long made = PrefixTable.ofZones(zones).octets();
              return made == 0 ? 0 : (System.nanoTime() - begin) / 1e6;
            }),
        "ms for 1 million");
  }

  private static Map<String, Double> medians(Class<?> measured) throws RunnerException {
    System.setProperty("jmh.ignoreLock", "true");
    Options options =
        new OptionsBuilder()
            .include(measured.getName())
            .forks(1)
            .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC")
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(ROUNDS)
            .measurementTime(TimeValue.seconds(1))
            .build();
    Map<String, Double> medians = new HashMap<>();
    for (RunResult result : new Runner(options).run()) {
      medians.put(
          result.getPrimaryResult().getLabel(),
          result.getPrimaryResult().getStatistics().getPercentile(MEDIAN));
    }
    return medians;
  }
}
