package com.asta.billing.batch;

import com.asta.billing.rules.BillCycle;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.BillingService;
import com.asta.billing.service.TakeOver;
import com.asta.common.service.Roles;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerQuery;
import com.asta.customers.service.CustomerRow;
import com.asta.customers.service.CustomerService;
import com.asta.products.service.SubscriptionCard;
import com.asta.products.service.SubscriptionService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Bills the demo operator's last month. Until the month before, its customers were billed by some
 * other system, so their first bill here is an ordinary one. Every step commits by itself, since
 * jobs run in their own threads.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed(Roles.SYSTEM)
public class DemoBillRun {
  private static final int PAGE = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long PAUSE_MILLIS = 100;

  @Inject private CustomerService customers;
  @Inject private SubscriptionService subscriptions;
  @Inject private BillingService billing;
  @Inject private TakeOver takeOver;
  @Inject private BillRunService runs;
  @Inject private BillRunJob job;

  /** Opens the accounts, takes them over, and runs trial and approval; nothing if a run exists. */
  public void billLastMonth() {
    if (!runs.list(0, 1).isEmpty()) {
      return;
    }
    LocalDate cycleEnd = runs.latestCycleEnd();
    Map<Long, LocalDate> began = postpaidSince();
    began.forEach(billing::openAccount);
    if (began.isEmpty()) {
      return;
    }
    LocalDate before = new BillCycle(cycleEnd.getDayOfMonth()).endingOn(cycleEnd).start();
    takeOver.billedElsewhere(began.keySet(), before);
    long runId = job.start(cycleEnd, cycleEnd);
    await(runId);
    job.approve(runId);
    await(runId);
  }

  /** Since when each account has a postpaid subscription. */
  private Map<Long, LocalDate> postpaidSince() {
    return subscriptions.ofAccounts(accounts()).stream()
        .filter(each -> !each.prepaid() && each.activatedOn() != null)
        .collect(
            Collectors.toMap(
                SubscriptionCard::accountId,
                SubscriptionCard::activatedOn,
                (a, b) -> a.isBefore(b) ? a : b));
  }

  private List<Long> accounts() {
    List<Long> ids = new ArrayList<>();
    CustomerQuery all = new CustomerQuery(null, null, null, null);
    int offset = 0;
    List<CustomerRow> page = customers.list(all, offset, PAGE);
    while (!page.isEmpty()) {
      page.forEach(
          row -> customers.accountsOf(row.id()).stream().map(AccountCard::id).forEach(ids::add));
      offset += page.size();
      page = customers.list(all, offset, PAGE);
    }
    return ids;
  }

  private void await(long runId) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (runs.card(runId).status().isWorking()) {
      if (System.nanoTime() > deadline || !job.isRunning(runId) && stillWorking(runId)) {
        throw new IllegalStateException("The demo's bill run stands at " + runs.card(runId));
      }
      pause();
    }
  }

  /** A job may have ended between two looks, its run being done. */
  private boolean stillWorking(long runId) {
    return runs.card(runId).status().isWorking();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
