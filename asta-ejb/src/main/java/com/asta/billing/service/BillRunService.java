package com.asta.billing.service;

import com.asta.billing.model.BillRun;
import com.asta.billing.model.BillRunStatus;
import com.asta.billing.rules.BillCycle;
import com.asta.billing.service.BillingRefused.Reason;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a billing clerk does with a bill run: start the trial, look, repeat, approve or throw away.
 * Numbers are given at the approval and nowhere else.
 */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class BillRunService {
  private static final String SUBJECT = "BillRun";

  @Inject private BillRuns runs;
  @Inject private Bills bills;
  @Inject private BillRows rows;
  @Inject private BillRunFigures figures;
  @Inject private Numbers numbers;
  @Inject private Policies policies;
  @Inject private CustomerService customers;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Opens a run over the accounts whose cycle ends on a day that has come.
   *
   * @param issuedOn the date of the invoices, from the end of the cycle to today
   * @throws BillingRefused CYCLE_NOT_ENDED, ISSUE_DATE_WRONG, NO_CYCLE_ENDS, RUN_ALREADY_OPEN
   */
  public long start(LocalDate cycleEnd, LocalDate issuedOn) {
    LocalDate today = OperatorZone.dayOf(clock.instant());
    if (cycleEnd.isAfter(today)) {
      throw new BillingRefused(Reason.CYCLE_NOT_ENDED, cycleEnd);
    }
    if (issuedOn.isBefore(cycleEnd) || issuedOn.isAfter(today)) {
      throw new BillingRefused(Reason.ISSUE_DATE_WRONG, cycleEnd, today);
    }
    if (!runs.anyCycleEnds(cycleEnd)) {
      throw new BillingRefused(Reason.NO_CYCLE_ENDS, cycleEnd);
    }
    policies.lock();
    for (BillRun open : runs.open()) {
      if (runs.anyCycleEnds(open.getCycleEnd(), cycleEnd)) {
        throw new BillingRefused(Reason.RUN_ALREADY_OPEN, open.getCycleEnd());
      }
    }
    BillRun run = new BillRun(cycleEnd, issuedOn, user.name(), clock.instant());
    runs.add(run);
    audit.record(SUBJECT, run.getId(), "started", null, null, cycleEnd.toString());
    return run.getId();
  }

  /** Calculates all accounts again, from what holds now. */
  public void repeat(long runId) {
    inReview(runId).repeat();
    runs.putBack(runId, false);
    audit.record(SUBJECT, runId, "repeated", null, null, null);
  }

  /** Calculates again the accounts that were set aside. */
  public void retryQuarantined(long runId) {
    inReview(runId).repeat();
    int accounts = runs.putBack(runId, true);
    audit.record(SUBJECT, runId, "retried", "accounts", null, Integer.toString(accounts));
  }

  /** Calculates one account again. */
  public void retry(long runId, long accountId) {
    inReview(runId).repeat();
    runs.putBack(runId, accountId);
    audit.record(SUBJECT, runId, "retried", "account", null, Long.toString(accountId));
  }

  /**
   * Gives every draft its number, in the order of accounts; the job then writes the invoices. What
   * was set aside stays out and can be billed by another run for the same day.
   *
   * @throws BillingRefused RUN_NOT_IN_REVIEW, SAME_PERSON, NOTHING_TO_APPROVE
   */
  public void approve(long runId) {
    BillRun run = inReview(runId);
    if (policies.policy().approverDiffers() && run.getStartedBy().equals(user.name())) {
      throw new BillingRefused(Reason.SAME_PERSON, run.getStartedBy());
    }
    long given = numbers.give(run, policies.policy().invoiceSeries());
    if (given == 0) {
      throw new BillingRefused(Reason.NOTHING_TO_APPROVE);
    }
    run.approve(user.name(), clock.instant());
    audit.record(SUBJECT, runId, "approved", "invoices", null, Long.toString(given));
  }

  /**
   * Throws the drafts away.
   *
   * @throws BillingRefused RUN_NOT_IN_REVIEW
   */
  public void cancel(long runId) {
    inReview(runId).cancel(clock.instant());
    bills.dropDrafts(runId);
    audit.record(SUBJECT, runId, "cancelled", null, null, null);
  }

  /**
   * Sends the invoices of a finished run on their way; the job does it, once.
   *
   * @throws BillingRefused RUN_NOT_FINAL, RUN_DELIVERED
   */
  public void deliver(long runId) {
    BillRun run = runs.locked(runId);
    if (run.getStatus() != BillRunStatus.FINAL) {
      throw new BillingRefused(Reason.RUN_NOT_FINAL);
    }
    if (run.getDeliveryAt() != null) {
      throw new BillingRefused(Reason.RUN_DELIVERED, run.getDeliveryBy());
    }
    run.deliver(user.name(), clock.instant());
    audit.record(SUBJECT, runId, "delivered", null, null, null);
  }

  /** Remembers which job execution works on the run. */
  public void workedOnBy(long runId, long executionId) {
    runs.locked(runId).workedOnBy(executionId);
  }

  /** The latest cycle end that is not after today, for the default cycle. */
  public LocalDate latestCycleEnd() {
    return new BillCycle(policies.policy().defaultCycleDay())
        .onOrBefore(OperatorZone.dayOf(clock.instant()));
  }

  public BillRunCard card(long runId) {
    return BillRunCard.of(runs.get(runId));
  }

  /** Newest first. */
  public List<BillRunCard> list(int offset, int limit) {
    return runs.list(offset, limit).stream().map(BillRunCard::of).toList();
  }

  public BillRunTotals totals(long runId) {
    return runs.totals(runId);
  }

  /** How far the present step is with each group of shards. */
  public List<ShardProgress> shards(long runId) {
    return figures.shards(runId, card(runId).status() != BillRunStatus.TRIAL);
  }

  /** How the run's bills differ from the bills before. */
  public BillRunReview review(long runId) {
    return figures.review(runId);
  }

  /** The bills that differ most from the bill before, the greatest difference first. */
  public List<BillRow> outliers(long runId, int limit) {
    return rows.bills(figures.outliers(runId, limit));
  }

  /** True if the rules want another person than the starter to approve. */
  public boolean approverDiffers() {
    return policies.policy().approverDiffers();
  }

  /**
   * The bills of a run, largest first.
   *
   * @param text part of the customer's name or of the account's number; null for all
   */
  public List<BillRow> bills(long runId, String text, int offset, int limit) {
    return rows.ofRun(runId, text, offset, limit);
  }

  /** Accounts that could not be billed, with the reason. */
  public List<QuarantinedRow> quarantined(long runId, int offset, int limit) {
    return aside(runs.aside(runId, "QUARANTINED", offset, limit));
  }

  /** Accounts the run passed by because somebody holds them back, with the reason. */
  public List<QuarantinedRow> held(long runId, int offset, int limit) {
    return aside(runs.aside(runId, "HELD", offset, limit));
  }

  private List<QuarantinedRow> aside(List<AccountState> states) {
    Map<Long, AccountCard> accounts =
        customers.accounts(states.stream().map(AccountState::accountId).toList());
    Map<Long, CustomerCard> cards =
        customers.cards(accounts.values().stream().map(AccountCard::customerId).toList());
    return states.stream()
        .map(
            state -> {
              AccountCard account = accounts.get(state.accountId());
              CustomerCard card = account == null ? null : cards.get(account.customerId());
              return new QuarantinedRow(
                  state.accountId(),
                  account == null ? null : account.number(),
                  account == null ? 0 : account.customerId(),
                  card == null ? null : card.displayName(),
                  state.reason(),
                  state.detail());
            })
        .toList();
  }

  private BillRun inReview(long runId) {
    BillRun run = runs.locked(runId);
    if (run.getStatus() != BillRunStatus.REVIEW) {
      throw new BillingRefused(Reason.RUN_NOT_IN_REVIEW, run.getStatus());
    }
    return run;
  }
}
