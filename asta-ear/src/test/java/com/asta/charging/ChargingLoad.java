package com.asta.charging;

import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.ChargingRequest;
import com.asta.common.service.Json;
import com.asta.system.bench.Rounds;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A JVM of its own that debits over JMS in a closed loop: so many requests are on their way at any
 * time. For each number of seconds that it reads, it writes how many debits were granted, how many
 * milliseconds that took, and p50 and p99 of the time to answer in milliseconds.
 */
public final class ChargingLoad {
  private static final int MOST_KEPT = 2_000_000;

  /** Requests that are sent at a time: to wake up for each answer would cost more than it asks. */
  private static final int TOGETHER = 50;

  private final int lines;
  private final int window;
  private final String run = UUID.randomUUID().toString().substring(0, 18);
  private final Semaphore free;
  private final ConcurrentHashMap<String, Long> sentAt = new ConcurrentHashMap<>();
  private final AtomicLong granted = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong heard = new AtomicLong();
  private final double[] millis = new double[MOST_KEPT];
  private volatile String lastRefusal = "";
  private long sent;

  private ChargingLoad(int lines, int window) {
    this.lines = lines;
    this.window = window;
    free = new Semaphore(window);
  }

  /**
   * @param args port of the broker, number of lines of {@link ChargingTown}, requests on their way
   */
  public static void main(String[] args) throws Exception {
    ChargingLoad load = new ChargingLoad(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    try (ChargingCaller caller = new ChargingCaller(Integer.parseInt(args[0]), load::heard);
        BufferedReader commands =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      String seconds = commands.readLine();
      while (seconds != null) {
        System.out.println(load.round(caller, Long.parseLong(seconds)));
        seconds = commands.readLine();
      }
    }
  }

  private String round(ChargingCaller caller, long seconds) throws Exception {
    granted.set(0);
    refused.set(0);
    heard.set(0);
    long begin = System.nanoTime();
    long end = begin + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      free.acquire(TOGETHER);
      for (int i = 0; i < TOGETHER; i++) {
        send(caller);
      }
    }
    boolean all = free.tryAcquire(window, 30, TimeUnit.SECONDS);
    long took = System.nanoTime() - begin;
    if (!all || refused.get() > 0) {
      throw new IllegalStateException(
          "Refused: " + refused + " " + lastRefusal + ", not answered: " + sentAt.size());
    }
    free.release(window);
    double[] times = Arrays.copyOf(millis, (int) Math.min(heard.get(), MOST_KEPT));
    Arrays.sort(times);
    return granted
        + " "
        + took / 1e6
        + " "
        + Rounds.percentile(times, 0.5)
        + " "
        + Rounds.percentile(times, 0.99);
  }

  private void send(ChargingCaller caller) throws Exception {
    String correlation = run + "-" + ++sent;
    int line = ThreadLocalRandom.current().nextInt(lines) + 1;
    sentAt.put(correlation, System.nanoTime());
    caller.send(
        correlation,
        Json.write(
            ChargingRequest.debit(
                correlation,
                1,
                ChargingTown.number(line),
                ServiceKind.VOICE,
                "48501000001",
                ThreadLocalRandom.current().nextInt(1, 180))));
  }

  private void heard(String correlation, String body) {
    Long at = sentAt.remove(correlation);
    if (at == null) {
      return;
    }
    int number = (int) heard.getAndIncrement();
    if (number < MOST_KEPT) {
      millis[number] = (System.nanoTime() - at) / 1e6;
    }
    if (body.contains("\"result\":\"GRANTED\"")) {
      granted.incrementAndGet();
    } else {
      refused.incrementAndGet();
      lastRefusal = body;
    }
    free.release();
  }
}
