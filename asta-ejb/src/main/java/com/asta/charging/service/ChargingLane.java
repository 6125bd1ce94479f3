package com.asta.charging.service;

import com.asta.charging.service.BatchChanges.Outdated;
import com.asta.charging.service.ChargingAnswer.Reason;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One lane: a bounded queue, a memory of accounts, and the thread that empties it by batches. */
final class ChargingLane implements Runnable {
  private static final Logger LOG = Logger.getLogger(ChargingLane.class.getName());
  private static final int ATTEMPTS = 4;
  private static final long OUTAGE_PAUSE_MILLIS = 100;

  /** Serialisation failure, deadlock, unique key: another transaction came between. */
  private static final Set<String> COLLISIONS = Set.of("40001", "40P01", "23505");

  private final ChargingBatch batch;
  private final int batchSize;
  private final long patienceNanos;
  private final BlockingQueue<Ticket> queue;
  private final LaneMemory memory;
  private volatile List<Ticket> inHand = List.of();
  private volatile boolean stopped;

  ChargingLane(ChargingBatch batch, int capacity, int batchSize, int memory, long patienceNanos) {
    this.batch = batch;
    this.batchSize = batchSize;
    this.patienceNanos = patienceNanos;
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.memory = new LaneMemory(memory);
  }

  /** Takes a ticket; false when the lane is full. */
  boolean offer(Ticket ticket) {
    return !stopped && queue.offer(ticket);
  }

  void stop() {
    stopped = true;
  }

  /** Answers what has waited too long; it may be decided nevertheless, which a repeat finds out. */
  void relieve(long nowNanos) {
    for (Ticket ticket : queue) {
      relieve(ticket, nowNanos);
    }
    for (Ticket ticket : inHand) {
      relieve(ticket, nowNanos);
    }
  }

  private void relieve(Ticket ticket, long nowNanos) {
    if (nowNanos - ticket.takenNanos() > patienceNanos) {
      ticket.answer().complete(Answers.later(ticket.request(), Reason.BUSY));
    }
  }

  @Override
  public void run() {
    List<Ticket> taken = new ArrayList<>(batchSize);
    while (!stopped) {
      try {
        Ticket first = queue.poll(1, TimeUnit.SECONDS);
        if (first != null) {
          taken.add(first);
          queue.drainTo(taken, batchSize - 1);
          taken.removeIf(ticket -> ticket.answer().isDone());
          inHand = List.copyOf(taken);
          settle(inHand);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error e) {
        LOG.log(Level.SEVERE, "A charging lane stumbled and goes on", e);
        taken.forEach(ticket -> ticket.answer().completeExceptionally(e));
      } finally {
        inHand = List.of();
        taken.clear();
      }
    }
  }

  /** One transaction for all; if it fails, one for each, so that only the culprit suffers. */
  private void settle(List<Ticket> tickets) throws InterruptedException {
    if (tickets.isEmpty()) {
      return;
    }
    RuntimeException failure = null;
    for (int attempt = 0; attempt < ATTEMPTS && mayGoOn(failure); attempt++) {
      try {
        batch.settle(tickets, memory, attempt > 0);
        tickets.forEach(Ticket::tell);
        return;
      } catch (RuntimeException e) {
        failure = e;
        memory.forget(tickets.stream().map(Ticket::number).toList());
      }
    }
    if (outage(failure)) {
      LOG.log(Level.WARNING, "Charging cannot reach its database", failure);
      for (Ticket ticket : tickets) {
        Reason reason = Reason.TEMPORARILY_UNAVAILABLE;
        ticket.answer().complete(Answers.later(ticket.request(), reason));
      }
      Thread.sleep(OUTAGE_PAUSE_MILLIS);
    } else if (tickets.size() == 1) {
      LOG.log(Level.SEVERE, "Request " + tickets.get(0).key() + " could not be decided", failure);
      tickets.get(0).answer().completeExceptionally(failure);
    } else {
      for (Ticket ticket : tickets) {
        settle(List.of(ticket));
      }
    }
  }

  private static boolean mayGoOn(RuntimeException failure) {
    if (failure == null || failure instanceof Outdated) {
      return true;
    }
    SQLException cause = cause(failure);
    return cause != null && COLLISIONS.contains(String.valueOf(cause.getSQLState()));
  }

  /** Whether the database is not there, rather than unhappy with what it was told. */
  private static boolean outage(RuntimeException failure) {
    SQLException cause = cause(failure);
    if (cause == null) {
      return false;
    }
    String state = cause.getSQLState();
    return state == null
        || state.startsWith("08")
        || state.startsWith("57P")
        || state.startsWith("53");
  }

  private static SQLException cause(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException found) {
        return found;
      }
    }
    return null;
  }
}
