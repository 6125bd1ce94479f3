package com.asta.charging.service;

import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.charging.service.ChargingAnswer.Refused;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gathers requests of many accounts into few transactions: a lane takes what has queued up, decides
 * and commits it as one, then answers all. One request alone pays one commit, hundreds share it. A
 * full lane answers {@code BUSY} at once.
 */
@ApplicationScoped
public class ChargingLanes {
  private static final Logger LOG = Logger.getLogger(ChargingLanes.class.getName());
  private static final int LANES = 2;
  private static final int CAPACITY = 4096;
  private static final int BATCH = 500;
  private static final long PATIENCE_SECONDS = 10;

  private record Pending(ChargingRequest request, CompletableFuture<ChargingAnswer> answer) {}

  @Resource private ManagedThreadFactory threads;
  @Inject private ChargingBatch batch;

  private final List<BlockingQueue<Pending>> queues = new ArrayList<>();
  private final List<Thread> running = new ArrayList<>();
  private volatile boolean stopped;

  @PostConstruct
  void start() {
    for (int i = 0; i < LANES; i++) {
      BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(CAPACITY);
      Thread thread = threads.newThread(() -> run(queue));
      thread.setName("asta-charging-lane-" + i);
      queues.add(queue);
      running.add(thread);
      thread.start();
    }
  }

  @PreDestroy
  void stop() {
    stopped = true;
    running.forEach(Thread::interrupt);
  }

  /** Waits for the durable answer; {@code BUSY} means that the same request may be repeated. */
  ChargingAnswer handle(ChargingRequest request) {
    CompletableFuture<ChargingAnswer> answer = submit(request);
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      answer.cancel(false);
      return busy(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return busy(request);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Request " + request.sessionId() + "/" + request.requestNumber() + " failed",
          e.getCause());
    }
  }

  CompletableFuture<ChargingAnswer> submit(ChargingRequest request) {
    Pending pending = new Pending(request, new CompletableFuture<>());
    int lane =
        Math.floorMod(String.valueOf(HomeNetwork.digits(request.subscriber())).hashCode(), LANES);
    if (stopped || !queues.get(lane).offer(pending)) {
      return CompletableFuture.completedFuture(busy(request));
    }
    return pending.answer();
  }

  private static ChargingAnswer busy(ChargingRequest request) {
    return new Refused(
        request.sessionId(), request.requestNumber(), Reason.BUSY, "Repeat the request", null);
  }

  private void run(BlockingQueue<Pending> queue) {
    List<Pending> taken = new ArrayList<>(BATCH);
    while (!stopped) {
      try {
        taken.add(queue.take());
        queue.drainTo(taken, BATCH - 1);
        taken.removeIf(pending -> pending.answer().isDone());
        settle(List.copyOf(taken));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error e) {
        LOG.log(Level.SEVERE, "A charging lane stumbled and goes on", e);
        taken.forEach(pending -> pending.answer().completeExceptionally(e));
      } finally {
        taken.clear();
      }
    }
  }

  /** One transaction for all; if it fails, one for each, so that only the culprit suffers. */
  private void settle(List<Pending> pendings) {
    if (pendings.isEmpty()) {
      return;
    }
    try {
      List<ChargingAnswer> answers = batch.settle(pendings.stream().map(Pending::request).toList());
      for (int i = 0; i < answers.size(); i++) {
        pendings.get(i).answer().complete(answers.get(i));
      }
    } catch (RuntimeException e) {
      if (pendings.size() == 1) {
        pendings.get(0).answer().completeExceptionally(e);
      } else {
        pendings.forEach(pending -> settle(List.of(pending)));
      }
    }
  }
}
