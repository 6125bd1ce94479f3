package com.asta.billing.service;

import com.asta.billing.rules.HeldDeposit;
import com.asta.billing.rules.Texts;
import com.asta.common.Money;
import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The deposits that invoices asked and the operator holds. */
@ApplicationScoped
class Deposits {
  @Inject private Database sql;

  /** What is held of some accounts, the oldest first. */
  Map<Long, List<HeldDeposit>> held(Collection<Long> accountIds) {
    return sql
        .rows(
            "select id, account_id, subscription_id, service_id, offer_version_id, code, net,"
                + " currency, text_en, text_pl, vat_category from billing.deposit"
                + " where account_id = any (?) and status = 'HELD' order by id",
            row ->
                Map.entry(
                    row.getLong("account_id"),
                    new HeldDeposit(
                        row.getLong("id"),
                        row.getLong("subscription_id"),
                        row.getString("service_id"),
                        row.getLong("offer_version_id"),
                        row.getString("code"),
                        Money.of(row.getBigDecimal("net"), row.getString("currency")),
                        new Texts(row.getString("text_en"), row.getString("text_pl")),
                        row.getString("vat_category"))),
            accountIds)
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Every deposit of an account, the latest first. */
  List<DepositRow> ofAccount(long accountId) {
    return sql.rows(
        "select d.id, d.text_en, d.text_pl, d.net, d.currency, d.status, d.bill_id,"
            + " i.number as invoice_number, d.closed_by_bill from billing.deposit d"
            + " join billing.invoice i on i.account_id = d.account_id and i.id = d.bill_id"
            + " where d.account_id = ? order by d.id desc",
        row ->
            new DepositRow(
                row.getLong("id"),
                row.getString("text_en"),
                row.getString("text_pl"),
                Money.of(row.getBigDecimal("net"), row.getString("currency")),
                DepositRow.Status.valueOf(row.getString("status")),
                row.getLong("bill_id"),
                row.getString("invoice_number"),
                Database.longOrNull(row, "closed_by_bill")),
        accountId);
  }

  /** Where a deposit was asked. */
  record Asked(long invoiceId, int line) {}

  /** The invoice and the line that asked a deposit. */
  Asked asked(long accountId, long depositId) {
    return sql.first(
            "select bill_id, line from billing.deposit where account_id = ? and id = ?",
            row -> new Asked(row.getLong(1), row.getInt(2)),
            accountId,
            depositId)
        .orElseThrow();
  }

  /** A credit note gave it back. */
  void returned(long accountId, long depositId) {
    sql.update(
        "update billing.deposit set status = 'RETURNED'"
            + " where account_id = ? and id = ? and status = 'HELD'",
        accountId,
        depositId);
  }

  /** Takes over what bills that became invoices asked and set off. */
  void follow(List<Long> accounts, List<Long> bills) {
    sql.update(
        "insert into billing.deposit (account_id, bill_id, line, subscription_id, service_id,"
            + " offer_version_id, code, net, currency, text_en, text_pl, vat_category)"
            + " select i.account_id, i.bill_id, i.line, i.subscription_id, i.service_id,"
            + " i.offer_version_id, coalesce(i.charge_code, ''), i.shown, b.currency, i.text_en,"
            + " i.text_pl, i.vat_category from billing.bill_item i join billing.bill b"
            + " on b.account_id = i.account_id and b.id = i.bill_id"
            + " where i.account_id = any (?) and i.bill_id = any (?) and i.kind = 'DEPOSIT'"
            + " and i.shown > 0 on conflict (account_id, bill_id, line) do nothing",
        accounts,
        bills);
    sql.update(
        "update billing.deposit d set status = 'SET_OFF', closed_by_bill = i.bill_id"
            + " from billing.bill_item i where i.account_id = any (?) and i.bill_id = any (?)"
            + " and i.kind = 'DEPOSIT_RETURN' and d.account_id = i.account_id"
            + " and d.id = i.deposit_id and d.status = 'HELD'",
        accounts,
        bills);
  }
}
