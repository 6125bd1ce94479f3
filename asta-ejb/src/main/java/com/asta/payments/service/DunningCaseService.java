package com.asta.payments.service;

import com.asta.billing.service.ChargeBatch;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Database;
import com.asta.common.service.Roles;
import com.asta.payments.rules.DunningAction;
import com.asta.payments.rules.DunningLevel;
import com.asta.payments.rules.DunningPolicy;
import com.asta.payments.service.PaymentsRefused.Reason;
import com.asta.products.service.SubscriptionService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a collections clerk does with one account; each with a reason, each in the audit. */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class DunningCaseService {
  private static final String SUBJECT = "FinancialAccount";
  private static final int SHORTEST_REASON = 3;

  @Inject private Database sql;
  @Inject private DunningAccounts accounts;
  @Inject private DunningPolicies policies;
  @Inject private DunningSteps steps;
  @Inject private SubscriptionService subscriptions;
  @Inject private ChargeBatch charges;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * How an account stands.
   *
   * @throws PaymentsRefused NO_SUCH_ACCOUNT
   */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public DunningStanding standing(long accountId) {
    DunningCandidate facts =
        accounts.of(List.of(accountId), today()).stream()
            .findFirst()
            .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_ACCOUNT, accountId));
    return sql.first(
            "select a.account_id, c.opened_on, c.handed_over_on, z.until, z.reason, z.paused_by,"
                + " z.paused_at from payments.financial_account a"
                + " left join payments.dunning_case c"
                + " on c.account_id = a.account_id and c.closed_on is null"
                + " left join payments.dunning_pause z"
                + " on z.account_id = a.account_id and (z.until is null or z.until >= ?)"
                + " where a.account_id = ?",
            row ->
                new DunningStanding(
                    accountId,
                    facts.customerId(),
                    facts.accountNumber(),
                    facts.dunned() == null ? null : facts.dunned().policyId(),
                    facts.reached(),
                    facts.barred(),
                    Database.date(row, "opened_on"),
                    Database.date(row, "handed_over_on"),
                    facts.facts().overdue().amount(),
                    facts.facts().overdue().days(),
                    Database.date(row, "until"),
                    row.getString("reason"),
                    row.getString("paused_by"),
                    Database.instant(row, "paused_at")),
            today(),
            accountId)
        .orElseThrow();
  }

  /**
   * Stops dunning of an account; its case stays where it is.
   *
   * @param until the last day of the pause, today or later; null until it is resumed
   * @throws PaymentsRefused NO_SUCH_ACCOUNT, REASON_MISSING, PAUSE_OVER
   */
  public void pause(long accountId, LocalDate until, String reason) {
    locked(accountId);
    String why = required(reason);
    if (until != null && until.isBefore(today())) {
      throw new PaymentsRefused(Reason.PAUSE_OVER, until);
    }
    sql.update(
        "insert into payments.dunning_pause (account_id, until, reason, paused_at, paused_by)"
            + " values (?, ?::date, ?, ?, ?) on conflict (account_id) do update"
            + " set until = excluded.until, reason = excluded.reason,"
            + " paused_at = excluded.paused_at, paused_by = excluded.paused_by",
        accountId,
        until,
        why,
        clock.instant(),
        user.name());
    audit.record(
        SUBJECT, accountId, "paused", "dunning", null, (until == null ? "" : until + ": ") + why);
  }

  /** Lets dunning go on. */
  public void resume(long accountId) {
    locked(accountId);
    if (sql.update("delete from payments.dunning_pause where account_id = ?", accountId) == 1) {
      audit.record(SUBJECT, accountId, "resumed", "dunning", null, null);
    }
  }

  /**
   * Counts the next level as reached without doing what it does.
   *
   * @throws PaymentsRefused NO_CASE, REASON_MISSING, CANNOT_SKIP for the last level
   */
  public void skip(long accountId, String reason) {
    DunningCandidate account = inCase(accountId);
    String why = required(reason);
    int next = account.reached() + 1;
    if (next >= policy(account).last()) {
      throw new PaymentsRefused(Reason.CANNOT_SKIP);
    }
    stand(account, next, account.barred());
    sql.update(
        "insert into payments.dunning_step (account_id, case_id, level, done_on, done_at, overdue,"
            + " currency, detail, action, done_by, reason)"
            + " values (?, ?, ?, ?, ?, ?, ?, '', 'SKIP', ?, ?)"
            + " on conflict (account_id, case_id, level) do update set action = 'SKIP',"
            + " reason = excluded.reason, done_on = excluded.done_on, done_at = excluded.done_at,"
            + " done_by = excluded.done_by, undone_at = null, undone_by = null",
        accountId,
        account.dunned().id(),
        next,
        today(),
        clock.instant(),
        account.facts().overdue().amount().amount(),
        account.currency(),
        user.name(),
        why);
    audit.record(SUBJECT, accountId, "skipped", "dunning " + next, null, why);
  }

  /**
   * Takes the level that was reached last back: a bar is lifted, a fee is credited. Dunning rests
   * until {@code until}, then goes on; what was written stays written and is not written again.
   *
   * @throws PaymentsRefused NO_CASE, REASON_MISSING, PAUSE_OVER, NOTHING_TO_UNDO at level 0 and
   *     after a termination
   */
  public void undo(long accountId, LocalDate until, String reason) {
    DunningCandidate account = inCase(accountId);
    String why = required(reason);
    int level = account.reached();
    DunningAction undone = carriedOut(account, level);
    if (undone == DunningAction.TERMINATE) {
      throw new PaymentsRefused(Reason.NOTHING_TO_UNDO);
    }
    pause(accountId, until == null ? today() : until, why);
    boolean lifting = undone == DunningAction.BAR && account.barred();
    if (lifting) {
      subscriptions.unbarAccounts(List.of(accountId), DunningCases.BAR_REASON);
    }
    if (undone == DunningAction.FEE) {
      creditFee(account, level);
    }
    stand(account, before(account, level), account.barred() && !lifting);
    sql.update(
        "update payments.dunning_case set handed_over_on = null"
            + " where account_id = ? and closed_on is null",
        accountId);
    sql.update(
        "update payments.dunning_step set undone_at = ?, undone_by = ?, reason = ?"
            + " where account_id = ? and case_id = ? and level = ?",
        clock.instant(),
        user.name(),
        why,
        accountId,
        account.dunned().id(),
        level);
    audit.record(SUBJECT, accountId, "undone", "dunning " + level, null, why);
  }

  /**
   * Hands the case over to collection now, whatever level is next.
   *
   * @throws PaymentsRefused NO_CASE, REASON_MISSING, CANNOT_HAND_OVER if it is handed over, or
   *     before any letter was written
   */
  public void handOver(long accountId, String reason) {
    DunningCandidate account = inCase(accountId);
    String why = required(reason);
    DunningPolicy policy = policy(account);
    if (account.reached() == 0 || standing(accountId).handedOverOn() != null) {
      throw new PaymentsRefused(Reason.CANNOT_HAND_OVER);
    }
    DunningLevel last = policy.level(policy.last());
    DunningLevel handing =
        new DunningLevel(last.afterDays(), last.minimum(), DunningAction.HAND_OVER, last.fee());
    steps.carryOut(
        List.of(
            new DunningDue(
                account,
                account.dunned().customerClass(),
                account.dunned().policyId(),
                policy.last(),
                handing)),
        today());
    sql.update(
        "update payments.dunning_step set reason = ? where account_id = ? and case_id = ?"
            + " and level = ?",
        why,
        accountId,
        account.dunned().id(),
        policy.last());
    audit.record(SUBJECT, accountId, "handedOver", "dunning", null, why);
  }

  /**
   * Keeps a remark beside the account.
   *
   * @throws PaymentsRefused NO_SUCH_ACCOUNT, REASON_MISSING
   */
  public void note(long accountId, String text) {
    locked(accountId);
    audit.record(SUBJECT, accountId, "noted", null, null, required(text));
  }

  /** What was done at a level; null if it was skipped. */
  private DunningAction carriedOut(DunningCandidate account, int level) {
    String action =
        sql.first(
                "select action from payments.dunning_step where account_id = ? and case_id = ?"
                    + " and level = ? and undone_at is null",
                row -> row.getString(1),
                account.accountId(),
                account.dunned().id(),
                level)
            .orElseThrow(() -> new PaymentsRefused(Reason.NOTHING_TO_UNDO));
    return "SKIP".equals(action) ? null : DunningAction.valueOf(action);
  }

  /** The level on which the account stood before. */
  private int before(DunningCandidate account, int level) {
    return sql.first(
            "select coalesce(max(level), 0) from payments.dunning_step where account_id = ?"
                + " and case_id = ? and level < ? and undone_at is null",
            row -> row.getInt(1),
            account.accountId(),
            account.dunned().id(),
            level)
        .orElse(0);
  }

  private void creditFee(DunningCandidate account, int level) {
    String key = "dunning-fee-" + account.dunned().id() + "-" + level;
    charges.addAll(
        List.of(
            new ChargeBatch.NewCharge(
                key + "-undone",
                account.accountId(),
                "DUNNING_FEE",
                Money.of(policy(account).level(level).fee(), account.currency()).negated(),
                "Reminder fee, taken back",
                "Opłata za wezwanie do zapłaty, zwrot",
                "EXEMPT")));
  }

  private void stand(DunningCandidate account, int level, boolean barred) {
    sql.update(
        "update payments.dunning_case set level = ?, last_step_on = ?, version = version + 1"
            + " where account_id = ? and closed_on is null",
        level,
        today(),
        account.accountId());
    sql.update(
        "update payments.financial_account set dunning_level = ?, dunning_barred = ?"
            + " where account_id = ?",
        level,
        barred,
        account.accountId());
  }

  private DunningCandidate locked(long accountId) {
    return accounts.locked(List.of(accountId), today()).stream()
        .findFirst()
        .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_ACCOUNT, accountId));
  }

  private DunningCandidate inCase(long accountId) {
    return Optional.of(locked(accountId))
        .filter(each -> each.dunned() != null)
        .orElseThrow(() -> new PaymentsRefused(Reason.NO_CASE));
  }

  private DunningPolicy policy(DunningCandidate account) {
    return policies.byId().get(account.dunned().policyId()).policy();
  }

  private static String required(String reason) {
    if (reason == null || reason.strip().length() < SHORTEST_REASON) {
      throw new PaymentsRefused(Reason.REASON_MISSING);
    }
    return reason.strip();
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
