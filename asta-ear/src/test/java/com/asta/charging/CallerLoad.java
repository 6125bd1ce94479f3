package com.asta.charging;

import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.ChargingRequest;
import com.asta.charging.service.ChargingService;
import com.asta.common.service.SystemCaller;
import com.asta.system.bench.Rounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** Sorted milliseconds from the moment that a steady rate wanted a request to its answer. */
  double[] paced(double rate, Duration time) throws Exception {
    int each = (int) (rate / DRIVERS * time.toMillis() / 1_000);
    double[] millis = new double[each * DRIVERS];
    drive(driver -> paced(driver, each, rate / DRIVERS, millis));
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

  private long paced(int driver, int count, double rate, double[] millis)
      throws InterruptedException {
    AtomicLong left = new AtomicLong(count);
    Caller caller = new Caller(KEYS.get() + driver);
    long begin = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = begin + (long) (i * 1e9 / rate);
      long wait = due - System.nanoTime();
      if (wait > 0) {
        LockSupport.parkNanos(Math.max(wait, 500_000));
      }
      int slot = driver * count + i;
      charging
          .submit(requests.apply(caller))
          .whenComplete(
              (answer, failure) -> {
                millis[slot] = (System.nanoTime() - due) / 1e6;
                left.decrementAndGet();
              });
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
