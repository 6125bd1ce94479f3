package com.asta.billing.service;

import com.asta.billing.model.BillRun;
import com.asta.billing.model.BillRunKind;
import com.asta.billing.model.BillingAccount;
import com.asta.billing.rules.Bill;
import com.asta.billing.rules.BillCalendar;
import com.asta.billing.rules.BillOutcome;
import com.asta.billing.rules.HoldKind;
import com.asta.billing.service.BillingRefused.Reason;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Database;
import com.asta.common.service.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Bills of one account between its cycles, by the calculator, the numbers and the invoices of the
 * bill run. They count as billed what they take, so that the next regular bill takes the rest.
 */
@ApplicationScoped
class OnDemandBills {
  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Database sql;
  @Inject private BillInputs inputs;
  @Inject private BillRuns runs;
  @Inject private AccountStates states;
  @Inject private Bills bills;
  @Inject private Numbers numbers;
  @Inject private Invoicing invoicing;
  @Inject private Policies policies;
  @Inject private Holds holds;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /** The invoice a key was used for. */
  Optional<Long> byKey(String requestKey) {
    return runs.byKey(requestKey)
        .flatMap(
            run ->
                sql.first(
                    "select id from billing.invoice where run_id = ?", row -> row.getLong(1), run));
  }

  /**
   * What a bill up to today would be.
   *
   * @throws BillingRefused ACCOUNT_UNKNOWN, BILLED_ALREADY
   */
  BillInputs.Loaded load(long accountId) {
    known(accountId);
    LocalDate today = today();
    Optional<LocalDate> billedTo = runs.billedTo(accountId);
    if (billedTo.isPresent() && !billedTo.get().isBefore(today)) {
      throw new BillingRefused(Reason.BILLED_ALREADY, billedTo.get());
    }
    return inputs.loadNow(accountId, today, policies.tax());
  }

  /**
   * Makes the invoice; one at a time, and not while a run has the account.
   *
   * @return the invoice's id; the first one's if the key is repeated
   * @throws BillingRefused ACCOUNT_UNKNOWN, HELD_BACK, RUN_ALREADY_OPEN, BILLED_ALREADY,
   *     NOTHING_TO_BILL, CREDIT_LEFT, NOT_BILLABLE
   */
  long issue(BillRunKind kind, String requestKey, long accountId) {
    policies.lock();
    Optional<Long> earlier = byKey(requestKey);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    BillingAccount account = known(accountId);
    checkFree(account);
    BillInputs.Loaded loaded = load(accountId);
    Bill bill = drafted(BillRunWork.outcome(loaded));
    BillRun run =
        BillRun.ofAccount(kind, accountId, requestKey, today(), user.name(), clock.instant());
    runs.add(run);
    runs.addAccount(run.getId(), accountId, account.getShard());
    DraftRows drafts = bills.drafts(run.getId(), 1);
    long draft = drafts.add(bill, BillBook.of(loaded.book(), bill));
    drafts.write();
    states.record(run.getId(), List.of(new AccountState(accountId, "DRAFTED", null, null, draft)));
    run.trialled(clock.instant());
    numbers.give(run, policies.policy().invoiceSeries());
    run.approve(user.name(), clock.instant());
    entities.flush();
    invoicing.issue(run, List.of(accountId));
    run.finish(clock.instant());
    outbox.wake();
    long invoice = byKey(requestKey).orElseThrow();
    audit.record("BillingAccount", accountId, "billed", kind.name(), null, bill.gross().toString());
    return invoice;
  }

  private void checkFree(BillingAccount account) {
    holds.active(List.of(account.getAccountId()), today()).stream()
        .filter(hold -> hold.kind() == HoldKind.BILLING)
        .findFirst()
        .ifPresent(
            hold -> {
              throw new BillingRefused(Reason.HELD_BACK, hold.reason());
            });
    BillCalendar calendar = account.calendar();
    for (BillRun open : runs.open()) {
      if (calendar.isBoundary(open.getCycleEnd())) {
        throw new BillingRefused(Reason.RUN_ALREADY_OPEN, open.getCycleEnd());
      }
    }
  }

  private static Bill drafted(BillOutcome outcome) {
    if (outcome instanceof BillOutcome.Drafted drafted) {
      return drafted.bill();
    }
    if (outcome instanceof BillOutcome.Carried carried) {
      throw new BillingRefused(Reason.CREDIT_LEFT, carried.gross().negated());
    }
    if (outcome instanceof BillOutcome.Quarantined fault) {
      throw new BillingRefused(Reason.NOT_BILLABLE, fault.reason(), fault.detail());
    }
    throw new BillingRefused(Reason.NOTHING_TO_BILL);
  }

  private BillingAccount known(long accountId) {
    BillingAccount account = entities.find(BillingAccount.class, accountId);
    if (account == null) {
      throw new BillingRefused(Reason.ACCOUNT_UNKNOWN, accountId);
    }
    return account;
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
