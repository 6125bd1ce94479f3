package com.asta.billing.service;

import com.asta.billing.model.ManualChargeStatus;
import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Manual charges and credits as rows, each listing by one statement. */
@ApplicationScoped
class ManualChargeRows {
  private static final String ROW =
      "select id, account_id, code, charged_on, net, currency, text_en, text_pl, reason_text,"
          + " status, entered_by, entered_at, decided_by, bill_id from billing.manual_charge";

  @Inject private Database sql;
  @Inject private CustomerService customers;

  /** What waits for a second person, the oldest first. */
  List<ManualChargeRow> waiting(int offset, int limit) {
    return named(
        sql.rows(
            ROW + " where status = 'PROPOSED' order by entered_at, id offset ? limit ?",
            ManualChargeRows::row,
            offset,
            limit));
  }

  /** What was entered for an account, the latest first. */
  List<ManualChargeRow> ofAccount(long accountId, int offset, int limit) {
    return named(
        sql.rows(
            ROW + " where account_id = ? order by id desc offset ? limit ?",
            ManualChargeRows::row,
            accountId,
            offset,
            limit));
  }

  private List<ManualChargeRow> named(List<ManualChargeRow> rows) {
    Map<Long, AccountCard> accounts =
        customers.accounts(rows.stream().map(ManualChargeRow::accountId).distinct().toList());
    Map<Long, CustomerCard> cards =
        customers.cards(accounts.values().stream().map(AccountCard::customerId).toList());
    return rows.stream()
        .map(
            row -> {
              AccountCard account = accounts.get(row.accountId());
              return account == null || !cards.containsKey(account.customerId())
                  ? row
                  : named(row, account, cards.get(account.customerId()));
            })
        .toList();
  }

  private static ManualChargeRow named(
      ManualChargeRow row, AccountCard account, CustomerCard customer) {
    return new ManualChargeRow(
        row.id(),
        row.accountId(),
        account.number(),
        customer.id(),
        customer.displayName(),
        row.code(),
        row.chargedOn(),
        row.net(),
        row.textEn(),
        row.textPl(),
        row.note(),
        row.status(),
        row.enteredBy(),
        row.enteredAt(),
        row.decidedBy(),
        row.billId());
  }

  private static ManualChargeRow row(ResultSet row) throws SQLException {
    return new ManualChargeRow(
        row.getLong("id"),
        row.getLong("account_id"),
        null,
        0,
        null,
        row.getString("code"),
        Database.date(row, "charged_on"),
        Money.of(row.getBigDecimal("net"), row.getString("currency")),
        row.getString("text_en"),
        row.getString("text_pl"),
        row.getString("reason_text"),
        ManualChargeStatus.valueOf(row.getString("status")),
        row.getString("entered_by"),
        Database.instant(row, "entered_at"),
        row.getString("decided_by"),
        Database.longOrNull(row, "bill_id"));
  }
}
