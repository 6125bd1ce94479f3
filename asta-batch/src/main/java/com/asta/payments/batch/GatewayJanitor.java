package com.asta.payments.batch;

import com.asta.common.service.Roles;
import com.asta.payments.service.PaymentAttemptService;
import com.asta.payments.service.ProviderRefundService;
import com.asta.payments.service.SavedCardService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntUnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks the payment provider about what is open, and ever more seldom, until the provider tells or
 * it is given up and a person sees it. Does nothing where no provider is set up.
 */
@Singleton
@PermitAll
@RunAs(Roles.SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GatewayJanitor {
  private static final Logger LOG = Logger.getLogger(GatewayJanitor.class.getName());
  private static final int AT_ONCE = 50;

  @Inject private PaymentAttemptService attempts;
  @Inject private ProviderRefundService refunds;
  @Inject private SavedCardService cards;

  private final AtomicBoolean running = new AtomicBoolean();

  /** Every ten seconds; one run at a time. */
  @Schedule(hour = "*", minute = "*", second = "7/10", persistent = false)
  public void run() {
    if (attempts.isOpen() && running.compareAndSet(false, true)) {
      try {
        attempt("attempts", attempts::askDue);
        attempt("refunds", refunds::askDue);
        attempt("cards", cards::saveWanted);
      } finally {
        running.set(false);
      }
    }
  }

  private static void attempt(String what, IntUnaryOperator work) {
    try {
      work.applyAsInt(AT_ONCE);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "Looking after " + what + " goes on at the next round", failure);
    }
  }
}
