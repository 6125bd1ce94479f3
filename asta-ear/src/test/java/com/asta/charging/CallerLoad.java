package com.asta.charging;

import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.ChargingRequest;
import com.asta.charging.service.ChargingService;
import com.asta.common.service.SystemCaller;
import com.asta.system.bench.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Many callers of the service inside the server. Each waits for its answer before it asks again,
 * but without a thread of its own: two threads submit for all of them.
 */
final class CallerLoad {
  private static final int DRIVERS = 2;
  private static final double SLOW_MILLIS = 10;
  private static final int STALL_MILLIS = 50;
  private static final long SHORTEST_PARK_NANOS = 500_000;
  private static final int MOST_TOGETHER = 256;
  private static final AtomicLong KEYS = new AtomicLong(System.currentTimeMillis() * 1_000);

  /** One caller and where it stands. */
  static final class Caller {
    private long seed;
    private int step = -1;
    private String key;
    private String number;

    Caller(long seed) {
      this.seed = seed * 0x9E3779B97F4A7C15L + 1;
    }

    int random(int bound) {
      seed ^= seed << 13;
      seed ^= seed >>> 7;
      seed ^= seed << 17;
      return (int) ((seed >>> 16) % bound);
    }

    int nextStep(int steps) {
      step = (step + 1) % steps;
      return step;
    }

    String newKey() {
      key = "svc-" + KEYS.incrementAndGet();
      return key;
    }

    void begin(String ofNumber) {
      number = ofNumber;
      newKey();
    }

    String key() {
      return key;
    }

    String number() {
      return number;
    }
  }

  private final SystemCaller system;
  private final ChargingService charging;
  private final ExecutorService threads;
  private final Function<Caller, ChargingRequest> requests;

  CallerLoad(
      SystemCaller system,
      ChargingService charging,
      ExecutorService threads,
      Function<Caller, ChargingRequest> requests) {
    this.system = system;
    this.charging = charging;
    this.threads = threads;
    this.requests = requests;
  }

  /** Granted answers a second when every caller asks again as soon as it is answered. */
  double closedLoop(int callers, Duration time) throws Exception {
    long begin = System.nanoTime();
    long granted = 0;
    for (long each : drive(driver -> closed(driver, callers / DRIVERS, time))) {
      granted += each;
    }
    return granted * 1e9 / (System.nanoTime() - begin);
  }

  private long closed(int driver, int callers, Duration time) throws InterruptedException {
    LinkedBlockingQueue<Caller> ready = new LinkedBlockingQueue<>();
    for (int i = 0; i < callers; i++) {
      ready.add(new Caller(KEYS.get() + driver * 100_003L + i));
    }
    long end = System.nanoTime() + time.toNanos();
    AtomicLong granted = new AtomicLong();
    List<Caller> batch = new ArrayList<>();
    while (System.nanoTime() < end) {
      batch.add(ready.take());
      ready.drainTo(batch, MOST_TOGETHER - 1);
      List<CompletionStage<ChargingAnswer>> answers =
          charging.submitAll(batch.stream().map(requests).toList());
      for (int i = 0; i < batch.size(); i++) {
        Caller caller = batch.get(i);
        answers.get(i).whenComplete((answer, failure) -> answered(answer, granted, ready, caller));
      }
      batch.clear();
    }
    for (int i = 0; i < callers; i++) {
      ready.poll(10, TimeUnit.SECONDS);
    }
    return granted.get();
  }

  private static void answered(
      ChargingAnswer answer, AtomicLong granted, LinkedBlockingQueue<Caller> ready, Caller caller) {
    if (ChargingBench.served(answer)) {
      granted.incrementAndGet();
    }
    ready.add(caller);
  }

  /**
   * Sorted milliseconds from the moment that a steady rate wanted a request until it was granted;
   * infinite where it was not.
   */
  double[] paced(double rate, Duration time) throws Exception {
    int each = (int) (rate / DRIVERS * time.toMillis() / 1_000);
    double[] millis = new double[each * DRIVERS];
    Arrays.fill(millis, Double.POSITIVE_INFINITY);
    Instant since = Instant.now();
    drive(driver -> paced(driver, each, rate / DRIVERS, millis));
    if (Integer.getInteger(ChargingBench.RATE, 0) > 0) {
      stalls(since, rate / DRIVERS, each, millis);
    }
    Arrays.sort(millis);
    System.out.printf(
        "paced %.0f/s: p50 %.2f p90 %.2f p99 %.2f max %.2f ms%n",
        rate,
        Rounds.percentile(millis, 0.5),
        Rounds.percentile(millis, 0.9),
        Rounds.percentile(millis, 0.99),
        Rounds.percentile(millis, 1));
    return millis;
  }

  /**
   * Prints when slow requests were wanted, to be laid beside the logs of collector and database.
   */
  private static void stalls(Instant since, double rate, int each, double[] millis) {
    TreeMap<Long, double[]> worst = new TreeMap<>();
    for (int i = 0; i < millis.length; i++) {
      if (millis[i] > SLOW_MILLIS) {
        long slot = (long) (i % each / rate * 1_000 / STALL_MILLIS);
        double[] stall = worst.computeIfAbsent(slot, first -> new double[2]);
        stall[0]++;
        stall[1] = Math.max(stall[1], millis[i]);
      }
    }
    worst.forEach(
        (slot, stall) ->
            System.out.printf(
                "slow at %s: %.0f requests, worst %.1f ms%n",
                since.plusMillis(slot * STALL_MILLIS), stall[0], stall[1]));
  }

  /** Submits what has become due, each time that some has, however late the answers are. */
  private long paced(int driver, int count, double rate, double[] millis)
      throws InterruptedException {
    AtomicLong left = new AtomicLong(count);
    Caller caller = new Caller(KEYS.get() + driver);
    long begin = System.nanoTime();
    int next = 0;
    while (next < count) {
      long due = begin + (long) (next * 1e9 / rate);
      long wait = due - System.nanoTime();
      if (wait > 0) {
        LockSupport.parkNanos(Math.max(wait, SHORTEST_PARK_NANOS));
      }
      int wanted = (int) Math.min(count, (System.nanoTime() - begin) * rate / 1e9 + 1);
      List<ChargingRequest> together = new ArrayList<>();
      for (int i = next; i < Math.min(wanted, next + MOST_TOGETHER); i++) {
        together.add(requests.apply(caller));
      }
      List<CompletionStage<ChargingAnswer>> answers = charging.submitAll(together);
      for (CompletionStage<ChargingAnswer> answer : answers) {
        long since = begin + (long) (next * 1e9 / rate);
        int slot = driver * count + next++;
        answer.whenComplete(
            (granted, failure) -> {
              if (ChargingBench.served(granted)) {
                millis[slot] = (System.nanoTime() - since) / 1e6;
              }
              left.decrementAndGet();
            });
      }
    }
    for (int i = 0; i < 1_000 && left.get() > 0; i++) {
      Thread.sleep(10);
    }
    return count - left.get();
  }

  private interface Driving {
    long run(int driver) throws InterruptedException;
  }

  private List<Long> drive(Driving driving) throws InterruptedException, ExecutionException {
    List<Future<Long>> running = new ArrayList<>();
    for (int i = 0; i < DRIVERS; i++) {
      int driver = i;
      running.add(threads.submit(() -> system.call(() -> driving.run(driver))));
    }
    List<Long> results = new ArrayList<>();
    for (Future<Long> each : running) {
      results.add(each.get());
    }
    return results;
  }
}
