package com.asta.billing.service;

import com.asta.billing.model.BillRun;
import com.asta.billing.model.BillRunStatus;
import com.asta.billing.rules.Bill;
import com.asta.billing.rules.BillCalculator;
import com.asta.billing.rules.BillOutcome;
import com.asta.billing.rules.QuarantineReason;
import com.asta.common.AccountRange;
import com.asta.common.service.Outbox;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The steps of trial and finalisation of a bill run. Each call is one transaction over many
 * accounts; a step that is repeated after a crash finds what is left to do by the state of the
 * accounts.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class BillRunWork {
  private static final Logger LOG = Logger.getLogger(BillRunWork.class.getName());

  private static final String QUARANTINED = "QUARANTINED";

  /** What became of a chunk of accounts. */
  public record Chunk(int done, int quarantined) {}

  @Inject private BillRuns runs;
  @Inject private AccountStates accounts;
  @Inject private Bills bills;
  @Inject private BillInputs inputs;
  @Inject private Invoicing invoicing;
  @Inject private Holds holds;
  @Inject private Policies policies;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /** Puts the due accounts into the run. */
  public void prepare(long runId) {
    BillRun run = runs.get(runId);
    if (run.getStatus() != BillRunStatus.TRIAL) {
      throw new IllegalStateException("Bill run " + runId + " is " + run.getStatus());
    }
    runs.prepare(runId, run.getCycleEnd());
    runs.count(runId, "billing.bill_run_account");
  }

  /** The run's accounts in as many ranges of neighbours. */
  public List<AccountRange> ranges(long runId, int parts) {
    return AccountRange.divide(parts, runs.accounts(runId), place -> runs.accountAt(runId, place));
  }

  /** The next accounts that wait for their trial, in the order of their ids. */
  public List<Long> pending(long runId, AccountRange range, int limit) {
    return runs.next(runId, "PENDING", range, limit);
  }

  /** Calculates the bills of some accounts and replaces their drafts. */
  public Chunk draft(long runId, Collection<Long> accountIds) {
    BillRun run = runs.get(runId);
    Map<Long, HoldRow> held = holds.stoppingRuns(accountIds);
    List<Long> billed = accountIds.stream().filter(id -> !held.containsKey(id)).toList();
    runs.byIndex();
    List<AccountState> states = new ArrayList<>();
    held.values().forEach(hold -> states.add(state(hold)));
    DraftRows drafts = bills.drafts(runId, billed.size());
    inputs
        .load(billed, run.getCycleEnd(), policies.tax())
        .forEach(loaded -> states.add(drafted(loaded, drafts)));
    bills.drop(accounts.record(runId, states));
    drafts.write();
    int quarantined =
        (int) states.stream().filter(state -> state.status().equals(QUARANTINED)).count();
    return new Chunk(states.size() - quarantined, quarantined);
  }

  private static AccountState drafted(BillInputs.Loaded loaded, DraftRows drafts) {
    BillOutcome outcome = outcome(loaded);
    if (outcome instanceof BillOutcome.Drafted drafted) {
      Bill bill = drafted.bill();
      long id = drafts.add(bill, BillBook.of(loaded.book(), bill));
      return new AccountState(bill.accountId(), "DRAFTED", null, null, id);
    }
    return state(loaded.accountId(), outcome);
  }

  /** What the rules say, or why they cannot say anything. */
  static BillOutcome outcome(BillInputs.Loaded loaded) {
    if (loaded.fault() != null) {
      return new BillOutcome.Quarantined(loaded.fault(), loaded.detail());
    }
    try {
      return BillCalculator.draft(loaded.bill());
    } catch (IllegalArgumentException | ArithmeticException e) {
      LOG.log(Level.WARNING, "Account " + loaded.accountId() + " could not be billed", e);
      return new BillOutcome.Quarantined(QuarantineReason.CALCULATION_FAILED, e.getMessage());
    }
  }

  private static AccountState state(HoldRow hold) {
    return new AccountState(hold.accountId(), "HELD", QuarantineReason.HELD, hold.reason(), null);
  }

  private static AccountState state(long accountId, BillOutcome outcome) {
    if (outcome instanceof BillOutcome.Quarantined q) {
      return new AccountState(accountId, QUARANTINED, q.reason(), q.detail(), null);
    }
    if (outcome instanceof BillOutcome.Carried carried) {
      return new AccountState(accountId, "CARRIED", null, carried.gross().toString(), null);
    }
    return new AccountState(accountId, "EMPTY", null, null, null);
  }

  /** All accounts are calculated; a person decides. */
  public void endTrial(long runId) {
    BillRun run = runs.locked(runId);
    if (run.getStatus() == BillRunStatus.TRIAL) {
      runs.count(runId, "billing.bill", "billing.bill_item", "billing.bill_tax");
      run.trialled(clock.instant());
    }
  }

  /** Fails unless the run's drafts have their numbers. */
  public void checkApproved(long runId) {
    BillRun run = runs.get(runId);
    if (run.getStatus() != BillRunStatus.APPROVED && run.getStatus() != BillRunStatus.FINAL) {
      throw new IllegalStateException("Bill run " + runId + " is " + run.getStatus());
    }
  }

  /** The next accounts with a numbered draft, be it an invoice already or not, in order. */
  public List<Long> numbered(long runId, AccountRange range, int limit) {
    return runs.next(runId, "DRAFTED", range, limit);
  }

  /** Makes invoices of the numbered drafts of some accounts and publishes them. */
  public int issue(long runId, Collection<Long> accountIds) {
    BillRun run = runs.get(runId);
    runs.byIndex();
    return invoicing.issue(run, accountIds);
  }

  /** Every numbered draft is an invoice; whoever waits for them is told now. */
  public void finish(long runId) {
    BillRun run = runs.locked(runId);
    if (!runs.allIssued(runId)) {
      throw new IllegalStateException(
          "Bill run " + runId + " cannot end: there are drafts that are no invoices yet");
    }
    if (run.getStatus() == BillRunStatus.APPROVED) {
      run.finish(clock.instant());
      runs.count(runId, "billing.invoice");
      outbox.wake();
    }
  }
}
