package com.asta.common.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Wakes the relay after each commit that wrote to the outbox, and every ten seconds besides. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
@RunAs(Roles.SYSTEM)
public class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class.getName());

  private static final int LEFT_BEHIND_SECONDS = 10;

  @Resource private ManagedExecutorService executor;
  @Inject private OutboxBatch batch;

  private final AtomicBoolean wanted = new AtomicBoolean();
  private final AtomicBoolean running = new AtomicBoolean();

  /** A transaction that wrote to the outbox has committed. */
  public void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Written written) {
    wanted.set(true);
    if (!running.get()) {
      try {
        executor.execute(() -> relay(0));
      } catch (RejectedExecutionException e) {
        LOG.fine("Executor is full; the sweep relays instead");
      }
    }
  }

  /**
   * Relays what a crash or a broker's absence left behind. What is younger is not left behind: it
   * is on its way, or work in bulk will say when.
   */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public void sweep() {
    relay(LEFT_BEHIND_SECONDS);
  }

  /** Relays rows of an age, and every row if a transaction has committed meanwhile. */
  private void relay(int firstAge) {
    int age = firstAge;
    while (running.compareAndSet(false, true)) {
      try {
        if (age == 0) {
          wanted.set(false);
        }
        while (batch.relay(age) == OutboxBatch.SIZE) {
          LOG.finest("A full batch was relayed; there may be more");
        }
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Outbox relay failed; the sweep tries again", e);
        return;
      } finally {
        running.set(false);
      }
      if (!wanted.get()) {
        return;
      }
      age = 0;
    }
  }
}
