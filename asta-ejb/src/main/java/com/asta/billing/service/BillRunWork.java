package com.asta.billing.service;

import com.asta.billing.model.BillRun;
import com.asta.billing.model.BillRunStatus;
import com.asta.billing.rules.Bill;
import com.asta.billing.rules.BillCalculator;
import com.asta.billing.rules.BillOutcome;
import com.asta.billing.rules.QuarantineReason;
import com.asta.billing.rules.TaxTable;
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
 * The steps of the two jobs of a bill run. Each call is one transaction over many accounts; a step
 * that is repeated after a crash finds what is left to do by the state of the accounts.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class BillRunWork {
  private static final Logger LOG = Logger.getLogger(BillRunWork.class.getName());

  /** What became of a chunk of accounts. */
  public record Chunk(int done, int quarantined) {}

  @Inject private BillRuns runs;
  @Inject private Bills bills;
  @Inject private BillInputs inputs;
  @Inject private Invoicing invoicing;
  @Inject private Holds holds;
  @Inject private Policies policies;
  @Inject private Clock clock;

  /** Puts the due accounts into the run; returns how many wait. */
  public long prepare(long runId) {
    BillRun run = runs.get(runId);
    if (run.getStatus() != BillRunStatus.TRIAL) {
      throw new IllegalStateException("Bill run " + runId + " is " + run.getStatus());
    }
    runs.prepare(runId, run.getCycleEnd());
    return runs.totals(runId).pending();
  }

  /** The next accounts that wait for their trial, in the order of their ids. */
  public List<Long> pending(long runId, int firstShard, int lastShard, long after, int limit) {
    return runs.pending(runId, firstShard, lastShard, after, limit);
  }

  /** Calculates the bills of some accounts and replaces their drafts. */
  public Chunk draft(long runId, Collection<Long> accountIds) {
    BillRun run = runs.get(runId);
    TaxTable tax = policies.tax();
    List<Bill> drafts = new ArrayList<>();
    List<BillRuns.AccountState> states = new ArrayList<>();
    int quarantined = 0;
    Map<Long, HoldRow> held = holds.stoppingRuns(accountIds);
    held.values().forEach(hold -> states.add(state(hold)));
    List<Long> billed = accountIds.stream().filter(id -> !held.containsKey(id)).toList();
    for (BillInputs.Loaded loaded : inputs.load(billed, run.getCycleEnd(), tax)) {
      BillOutcome outcome = outcome(loaded);
      states.add(state(loaded.accountId(), outcome));
      if (outcome instanceof BillOutcome.Drafted drafted) {
        drafts.add(drafted.bill());
      }
      quarantined += outcome instanceof BillOutcome.Quarantined ? 1 : 0;
    }
    bills.replaceDrafts(runId, accountIds, drafts);
    runs.record(runId, states);
    return new Chunk(states.size() - quarantined, quarantined);
  }

  /** What the rules say, or why they cannot say anything. */
  static BillOutcome outcome(BillInputs.Loaded loaded) {
    if (loaded.fault() != null) {
      return new BillOutcome.Quarantined(loaded.fault(), loaded.detail());
    }
    try {
      return BillCalculator.draft(loaded.input());
    } catch (IllegalArgumentException | ArithmeticException e) {
      LOG.log(Level.WARNING, "Account " + loaded.accountId() + " could not be billed", e);
      return new BillOutcome.Quarantined(QuarantineReason.CALCULATION_FAILED, e.getMessage());
    }
  }

  private static BillRuns.AccountState state(HoldRow hold) {
    return new BillRuns.AccountState(
        hold.accountId(), "HELD", QuarantineReason.HELD, hold.reason());
  }

  private static BillRuns.AccountState state(long accountId, BillOutcome outcome) {
    if (outcome instanceof BillOutcome.Quarantined q) {
      return new BillRuns.AccountState(accountId, "QUARANTINED", q.reason(), q.detail());
    }
    if (outcome instanceof BillOutcome.Carried carried) {
      return new BillRuns.AccountState(accountId, "CARRIED", null, carried.gross().toString());
    }
    String status = outcome instanceof BillOutcome.Drafted ? "DRAFTED" : "EMPTY";
    return new BillRuns.AccountState(accountId, status, null, null);
  }

  /** All accounts are calculated; a person decides. */
  public void endTrial(long runId) {
    BillRun run = runs.locked(runId);
    if (run.getStatus() == BillRunStatus.TRIAL) {
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

  /** The next accounts with a numbered draft, in the order of their ids. */
  public List<Long> numbered(long runId, int firstShard, int lastShard, long after, int limit) {
    return runs.numbered(runId, firstShard, lastShard, after, limit);
  }

  /** Makes invoices of the numbered drafts of some accounts and publishes them. */
  public int issue(long runId, Collection<Long> accountIds) {
    BillRun run = runs.get(runId);
    return invoicing.issue(run, accountIds);
  }

  /** Every numbered draft is an invoice. */
  public void finish(long runId) {
    BillRun run = runs.locked(runId);
    long left = runs.totals(runId).drafted();
    if (left > 0) {
      throw new IllegalStateException(
          "Bill run " + runId + " cannot end: " + left + " drafts are no invoices yet");
    }
    if (run.getStatus() == BillRunStatus.APPROVED) {
      run.finish(clock.instant());
    }
  }
}
