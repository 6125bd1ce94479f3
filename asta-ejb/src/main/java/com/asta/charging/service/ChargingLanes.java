package com.asta.charging.service;

import com.asta.charging.service.ChargingAnswer.Reason;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gathers requests of many accounts into few transactions: a lane takes what has queued up, decides
 * and commits it as one, then answers all. One request alone pays one commit, hundreds share it. A
 * full lane answers {@code BUSY} at once, a stuck one after {@code asta.charging.patience.millis}.
 */
@ApplicationScoped
public class ChargingLanes {
  private static final int LANES = ChargingSettings.count("lanes", 2);
  private static final int CAPACITY = ChargingSettings.count("queue", 4096);
  private static final int BATCH = ChargingSettings.count("batch", 500);
  private static final int MEMORY = ChargingSettings.count("memory", 100_000);
  private static final long PATIENCE_MILLIS = ChargingSettings.number("patience.millis", 5_000);
  private static final long WATCH_MILLIS = 500;
  private static final long STOP_MILLIS = 5_000;

  @Resource private ManagedThreadFactory threads;
  @Inject private ChargingBatch batch;

  private final List<ChargingLane> lanes = new ArrayList<>();
  private final List<Thread> running = new ArrayList<>();
  private volatile boolean stopped;

  @PostConstruct
  void start() {
    long patienceNanos = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    for (int i = 0; i < LANES; i++) {
      ChargingLane lane = new ChargingLane(batch, CAPACITY, BATCH, MEMORY, patienceNanos);
      lanes.add(lane);
      start("asta-charging-lane-" + i, lane);
    }
    start("asta-charging-watch", this::watch);
  }

  private void start(String name, Runnable work) {
    Thread thread = threads.newThread(work);
    thread.setName(name);
    running.add(thread);
    thread.start();
  }

  /** Lets the batches in hand end. */
  @PreDestroy
  void stop() {
    stopped = true;
    lanes.forEach(ChargingLane::stop);
    try {
      for (Thread thread : running) {
        thread.join(STOP_MILLIS);
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    try {
      while (!stopped) {
        Thread.sleep(WATCH_MILLIS);
        long now = System.nanoTime();
        lanes.forEach(lane -> lane.relieve(now));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the durable answer; {@code BUSY} means that the same request may be repeated. */
  ChargingAnswer handle(ChargingRequest request) {
    try {
      return submit(request).get(2 * PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Answers.later(request, Reason.BUSY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answers.later(request, Reason.BUSY);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Request " + request.sessionId() + "/" + request.requestNumber() + " failed",
          e.getCause());
    }
  }

  CompletableFuture<ChargingAnswer> submit(ChargingRequest request) {
    Ticket ticket = new Ticket(request);
    int lane = Math.floorMod(ticket.number().hashCode(), LANES);
    if (stopped || !lanes.get(lane).offer(ticket)) {
      ticket.answer().complete(Answers.later(request, Reason.BUSY));
    }
    return ticket.answer();
  }
}
