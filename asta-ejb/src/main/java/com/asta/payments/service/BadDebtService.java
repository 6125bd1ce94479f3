package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Database;
import com.asta.common.service.Roles;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.model.OpenItem;
import com.asta.payments.rules.Bookkeeping;
import com.asta.payments.rules.TransactionKind;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Takes debts off that nobody will pay: one clerk proposes, another decides. */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class BadDebtService {
  private static final String SUBJECT = "FinancialAccount";
  private static final String ROWS =
      "select b.*, a.number, a.customer_id, i.number as item_number from payments.bad_debt b"
          + " join payments.financial_account a on a.account_id = b.account_id"
          + " join payments.open_item i on i.account_id = b.account_id and i.id = b.open_item_id";

  private record Proposal(long accountId, long openItemId, Money amount, String by, boolean open) {}

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Database sql;
  @Inject private FinancialAccounts accounts;
  @Inject private OpenItems openItems;
  @Inject private Ledger ledger;
  @Inject private DunningCases dunning;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Proposes to take an item, or a part of it, off.
   *
   * @param amount null for all that is open
   * @throws PaymentsRefused NO_SUCH_OPEN_ITEM, AMOUNT_NOT_POSITIVE, MORE_THAN_OPEN, REASON_MISSING,
   *     BAD_DEBT_EXISTS
   */
  public long propose(long accountId, long openItemId, Money amount, String reason) {
    accounts.locked(accountId);
    OpenItem item =
        openItems
            .find(accountId, openItemId)
            .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_OPEN_ITEM));
    Money lost = Reasons.within(amount, item.getOpen());
    String why = Reasons.required(reason);
    long id =
        sql.first(
                "insert into payments.bad_debt (account_id, open_item_id, amount, currency, reason,"
                    + " proposed_at, proposed_by) values (?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict (account_id, open_item_id) where state = 'PROPOSED' do nothing"
                    + " returning id",
                row -> row.getLong(1),
                accountId,
                openItemId,
                lost.amount(),
                lost.currency(),
                why,
                clock.instant(),
                user.name())
            .orElseThrow(() -> new PaymentsRefused(Reason.BAD_DEBT_EXISTS, item.getNumber()));
    audit.record(
        SUBJECT, accountId, "proposed", "bad debt " + item.getNumber(), null, lost + ": " + why);
    return id;
  }

  /**
   * Another person agrees: the debt is taken off and booked as a loss.
   *
   * @throws PaymentsRefused NO_SUCH_BAD_DEBT, BAD_DEBT_DECIDED, SAME_CLERK, MORE_THAN_OPEN if it
   *     was paid meanwhile, PERIOD_CLOSED
   */
  public void approve(long id) {
    Proposal proposal = undecided(id);
    if (proposal.by().equals(user.name())) {
      throw new PaymentsRefused(Reason.SAME_CLERK, proposal.by());
    }
    FinancialAccount account = accounts.locked(proposal.accountId());
    OpenItem item = openItems.find(proposal.accountId(), proposal.openItemId()).orElseThrow();
    Money lost = Reasons.within(proposal.amount(), item.getOpen());
    item.settle(lost);
    long allocation =
        sql.first(
                "insert into payments.allocation (account_id, id, open_item_id, amount, currency,"
                    + " created_at, created_by, kind)"
                    + " values (?, nextval('payments.allocation_seq'), ?, ?, ?, ?, ?, 'BAD_DEBT')"
                    + " returning id",
                row -> row.getLong(1),
                proposal.accountId(),
                proposal.openItemId(),
                lost.amount(),
                lost.currency(),
                clock.instant(),
                user.name())
            .orElseThrow();
    ledger.book(
        proposal.accountId(),
        TransactionKind.BAD_DEBT,
        "allocation/" + allocation,
        OperatorZone.dayOf(clock.instant()),
        item.getNumber(),
        Bookkeeping.badDebt(lost));
    entities.flush();
    decide(id, BadDebtRow.State.WRITTEN_OFF);
    audit.record(
        SUBJECT, proposal.accountId(), "writtenOff", item.getNumber(), lost.toString(), null);
    dunning.closeIfSettled(account);
  }

  /**
   * The debt stays.
   *
   * @throws PaymentsRefused NO_SUCH_BAD_DEBT, BAD_DEBT_DECIDED
   */
  public void reject(long id) {
    Proposal proposal = undecided(id);
    decide(id, BadDebtRow.State.REJECTED);
    audit.record(SUBJECT, proposal.accountId(), "rejected", "bad debt", null, null);
  }

  /** Proposals that wait for another person, oldest first. */
  public List<BadDebtRow> work(int offset, int limit) {
    return sql.rows(
        ROWS + " where b.state = 'PROPOSED' order by b.proposed_at, b.id offset ? limit ?",
        BadDebtService::row,
        offset,
        limit);
  }

  /** Those of an account, newest first. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public List<BadDebtRow> ofAccount(long accountId) {
    return sql.rows(
        ROWS + " where b.account_id = ? order by b.id desc limit 50",
        BadDebtService::row,
        accountId);
  }

  private Proposal undecided(long id) {
    Optional<Proposal> found =
        sql.first(
            "select * from payments.bad_debt where id = ? for update",
            row ->
                new Proposal(
                    row.getLong("account_id"),
                    row.getLong("open_item_id"),
                    Database.money(row, "amount"),
                    row.getString("proposed_by"),
                    "PROPOSED".equals(row.getString("state"))),
            id);
    Proposal proposal = found.orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_BAD_DEBT, id));
    if (!proposal.open()) {
      throw new PaymentsRefused(Reason.BAD_DEBT_DECIDED);
    }
    return proposal;
  }

  private void decide(long id, BadDebtRow.State state) {
    sql.update(
        "update payments.bad_debt set state = ?, decided_at = ?, decided_by = ? where id = ?",
        state,
        clock.instant(),
        user.name(),
        id);
  }

  private static BadDebtRow row(ResultSet row) throws SQLException {
    return new BadDebtRow(
        row.getLong("id"),
        row.getLong("account_id"),
        row.getLong("customer_id"),
        row.getString("number"),
        "",
        row.getString("item_number"),
        Database.money(row, "amount"),
        row.getString("reason"),
        BadDebtRow.State.valueOf(row.getString("state")),
        Database.instant(row, "proposed_at"),
        row.getString("proposed_by"),
        row.getString("decided_by"));
  }
}
