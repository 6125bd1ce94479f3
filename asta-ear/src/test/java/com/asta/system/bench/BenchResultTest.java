package com.asta.system.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BenchResultTest {
  @Test
  void aRowReadsBackAndKnowsItsRatio() {
    BenchResult row = new BenchResult("x.y", 40_000, "1/s", "one row a commit", 9_000);

    assertEquals("x.y,40000,1/s,one row a commit,9000,4.444", row.line());
    assertEquals(row, BenchResult.parse(row.line()));
  }

  @Test
  void aRowWithoutAReferenceHasNoRatio() {
    BenchResult row = new BenchResult("x.memory", 12.5, "MB", "", Double.NaN);

    assertEquals("x.memory,12.5,MB,,,", row.line());
    assertEquals(row, BenchResult.parse(row.line()));
  }

  @Test
  void theMedianIsTheMiddle() {
    assertEquals(2.0, Rounds.median(List.of(9.0, 1.0, 2.0)));
    assertEquals(1.5, Rounds.median(List.of(9.0, 1.0, 2.0, 0.5)));
  }

  @Test
  void aPercentileIsTheSmallestThatCoversItsShare() {
    double[] hundred = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
    assertEquals(99, Rounds.percentile(hundred, 0.99));
    assertEquals(1, Rounds.percentile(new double[] {1}, 0.99));
  }
}
