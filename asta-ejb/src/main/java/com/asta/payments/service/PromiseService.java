package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Database;
import com.asta.common.service.Roles;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.rules.Promise;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * Promises to pay. While a promise is open dunning does nothing new; whether it was kept follows
 * from the money that came.
 */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class PromiseService {
  private static final String SUBJECT = "FinancialAccount";

  @Inject private Database sql;
  @Inject private FinancialAccounts accounts;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Takes a customer's word.
   *
   * @param dueOn the last day, today or later
   * @throws PaymentsRefused AMOUNT_NOT_POSITIVE, AMOUNT_TOO_FINE, DAY_OVER, PROMISE_EXISTS
   */
  public long promise(long accountId, BigDecimal amount, LocalDate dueOn, String note) {
    FinancialAccount account = accounts.locked(accountId);
    LocalDate today = today();
    if (amount == null || amount.signum() <= 0) {
      throw new PaymentsRefused(Reason.AMOUNT_NOT_POSITIVE);
    }
    Money promised = Money.of(amount, account.getCurrency());
    if (!promised.rounded().equals(promised)) {
      throw new PaymentsRefused(Reason.AMOUNT_TOO_FINE);
    }
    if (dueOn == null || dueOn.isBefore(today)) {
      throw new PaymentsRefused(Reason.DAY_OVER);
    }
    if (ofAccount(accountId).stream().anyMatch(PromiseRow::isOpen)) {
      throw new PaymentsRefused(Reason.PROMISE_EXISTS);
    }
    long id =
        sql.first(
                "insert into payments.promise (account_id, amount, currency, made_on, due_on, note,"
                    + " made_at, made_by) values (?, ?, ?, ?, ?, ?, ?, ?) returning id",
                row -> row.getLong(1),
                accountId,
                promised.amount(),
                promised.currency(),
                today,
                dueOn,
                note == null ? "" : note.strip(),
                clock.instant(),
                user.name())
            .orElseThrow();
    audit.record(SUBJECT, accountId, "promised", null, null, promised + " " + dueOn);
    return id;
  }

  /**
   * Takes a promise back, so that dunning goes on.
   *
   * @throws PaymentsRefused NO_SUCH_PROMISE
   */
  public void withdraw(long accountId, long promiseId) {
    accounts.locked(accountId);
    int changed =
        sql.update(
            "update payments.promise set withdrawn_at = ?, withdrawn_by = ?"
                + " where id = ? and account_id = ? and withdrawn_at is null",
            clock.instant(),
            user.name(),
            promiseId,
            accountId);
    if (changed == 0) {
      throw new PaymentsRefused(Reason.NO_SUCH_PROMISE);
    }
    audit.record(SUBJECT, accountId, "withdrawn", "promise", null, null);
  }

  /** The promises of an account, newest first. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public List<PromiseRow> ofAccount(long accountId) {
    LocalDate today = today();
    return sql.rows(
        "select w.*, coalesce((select sum(p.amount) from payments.payment p"
            + " where p.account_id = w.account_id and p.received_on between w.made_on and w.due_on"
            + " and p.returned = 0 and p.method <> 'CREDIT_NOTE'), 0) as received"
            + " from payments.promise w where w.account_id = ? order by w.id desc limit 50",
        row -> {
          Money amount = Database.money(row, "amount");
          Money received = Database.money(row, "received");
          LocalDate due = Database.date(row, "due_on");
          return new PromiseRow(
              row.getLong("id"),
              amount,
              Database.date(row, "made_on"),
              due,
              received,
              row.getTimestamp("withdrawn_at") == null
                  ? new Promise(amount, due).standing(received, today)
                  : null,
              row.getString("note"),
              row.getString("made_by"));
        },
        accountId);
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
