package com.asta.payments.service;

import com.asta.billing.service.InvoiceService;
import com.asta.billing.service.SalesTotal;
import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.payments.rules.LedgerAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The book as accountants read it: months, accounts, turnover. */
@ApplicationScoped
class GeneralLedger {
  private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

  @Inject private Database sql;
  @Inject private InvoiceService invoices;

  LedgerReport report(LocalDate firstDay, String currency) {
    LocalDate until = firstDay.plusMonths(1);
    List<LedgerAccountRow> accounts = accounts(firstDay, until, currency);
    List<ReconciliationRow> agree = new ArrayList<>();
    agree.addAll(sales(firstDay, until, currency));
    agree.add(received("BANK", "BANK_TRANSFER", firstDay, until, currency));
    agree.add(received("CASH", "CASH", firstDay, until, currency));
    agree.add(received("PROVIDER_CLEARING", "CARD BLIK ONLINE", firstDay, until, currency));
    agree.add(received("COLLECTION", "DIRECT_DEBIT", firstDay, until, currency));
    agree.add(
        new ReconciliationRow(
            "DEBIT_CREDIT",
            "",
            Money.sum(accounts.stream().map(LedgerAccountRow::debit).toList(), currency),
            Money.sum(accounts.stream().map(LedgerAccountRow::credit).toList(), currency)));
    return new LedgerReport(firstDay, accounts, agree);
  }

  /** Balances at the end of a month, for the months behind it to begin with. */
  void keepBalances(LocalDate firstDay) {
    LocalDate before = firstDay.minusMonths(1);
    sql.update(
        "insert into payments.period_balance (first_day, account, currency, balance)"
            + " select ?, account, currency, sum(amount) from (select account, currency, amount"
            + " from payments.ledger_leg where booked_on >= ? and booked_on < ?"
            + " union all select account, currency, balance from payments.period_balance"
            + " where first_day = ?) b group by account, currency",
        firstDay,
        keptUntil(firstDay),
        firstDay.plusMonths(1),
        before);
  }

  /** The day from which postings must be summed to know a balance of a month. */
  private LocalDate keptUntil(LocalDate firstDay) {
    return sql.first(
            "select 1 from payments.period_balance where first_day = ? limit 1",
            row -> firstDay,
            firstDay.minusMonths(1))
        .orElse(EVER);
  }

  private List<LedgerAccountRow> accounts(LocalDate from, LocalDate until, String currency) {
    LocalDate kept = keptBefore(from);
    LocalDate since = kept == null ? EVER : kept.plusMonths(1);
    return sql.rows(
        "select a.code, a.number, coalesce(k.balance, 0) + coalesce(l.opening, 0) as opening,"
            + " coalesce(l.debit, 0) as debit, coalesce(l.credit, 0) as credit"
            + " from payments.ledger_account a left join (select account,"
            + " sum(amount) filter (where booked_on < ?) as opening,"
            + " sum(amount) filter (where booked_on >= ? and amount > 0) as debit,"
            + " -sum(amount) filter (where booked_on >= ? and amount < 0) as credit"
            + " from payments.ledger_leg where booked_on >= ? and booked_on < ? and currency = ?"
            + " group by account) l on l.account = a.code"
            + " left join payments.period_balance k"
            + " on k.account = a.code and k.first_day = ? and k.currency = ? order by a.number",
        row ->
            new LedgerAccountRow(
                LedgerAccount.valueOf(row.getString("code")),
                row.getString("number"),
                Money.of(row.getBigDecimal("opening"), currency),
                Money.of(row.getBigDecimal("debit"), currency),
                Money.of(row.getBigDecimal("credit"), currency)),
        from,
        from,
        from,
        since,
        until,
        currency,
        kept == null ? EVER : kept,
        currency);
  }

  private LocalDate keptBefore(LocalDate from) {
    return sql.first(
            "select max(first_day) as day from payments.period_balance where first_day < ?"
                + " having max(first_day) is not null",
            row -> Database.date(row, "day"),
            from)
        .orElse(null);
  }

  /** The sales register of billing against the book, net and tax of every rate. */
  private List<ReconciliationRow> sales(LocalDate from, LocalDate until, String currency) {
    Map<String, Money[]> byRate = new TreeMap<>();
    for (SalesTotal each : invoices.sales(from, until)) {
      if (each.net().currency().equals(currency)) {
        Money[] sums = byRate.computeIfAbsent(each.rate(), rate -> zeros(currency));
        sums[0] = sums[0].plus(each.net());
        sums[1] = sums[1].plus(each.tax());
      }
    }
    sql.rows(
            "select p.rate, l.account, sum(l.amount) as amount from payments.posting p"
                + " join payments.ledger_transaction t"
                + " on t.account_id = p.account_id and t.id = p.transaction_id"
                + " cross join lateral (values (p.debit, -p.amount), (p.credit, p.amount))"
                + " l (account, amount) where t.booked_on >= ? and t.booked_on < ?"
                + " and p.currency = ? and l.account in ('SALES', 'VAT_DUE') group by 1, 2",
            row ->
                Map.entry(
                    row.getString("rate"),
                    Map.entry(row.getString("account"), row.getBigDecimal("amount"))),
            from,
            until,
            currency)
        .forEach(
            each -> {
              Money[] sums = byRate.computeIfAbsent(each.getKey(), rate -> zeros(currency));
              int at = each.getValue().getKey().equals("SALES") ? 2 : 3;
              sums[at] = sums[at].plus(Money.of(each.getValue().getValue(), currency));
            });
    List<ReconciliationRow> rows = new ArrayList<>();
    byRate.forEach(
        (rate, sums) -> {
          rows.add(new ReconciliationRow("SALES", rate, sums[0], sums[2]));
          rows.add(new ReconciliationRow("VAT", rate, sums[1], sums[3]));
        });
    return rows;
  }

  private static Money[] zeros(String currency) {
    Money zero = Money.zero(currency);
    return new Money[] {zero, zero, zero, zero};
  }

  /** Payments of methods, named between spaces, against the account they are booked on. */
  private ReconciliationRow received(
      String account, String methods, LocalDate from, LocalDate until, String currency) {
    BigDecimal recorded =
        sql.first(
                "select coalesce(sum(amount), 0) from payments.payment where method = any (?)"
                    + " and received_on >= ? and received_on < ? and currency = ?",
                row -> row.getBigDecimal(1),
                List.of(methods.split(" ")),
                from,
                until,
                currency)
            .orElseThrow();
    BigDecimal booked =
        sql.first(
                "select coalesce(sum(p.amount), 0) from payments.ledger_transaction t"
                    + " join payments.posting p"
                    + " on p.account_id = t.account_id and p.transaction_id = t.id"
                    + " where t.kind = 'PAYMENT' and t.booked_on >= ? and t.booked_on < ?"
                    + " and p.debit = ? and p.currency = ?",
                row -> row.getBigDecimal(1),
                from,
                until,
                account,
                currency)
            .orElseThrow();
    return new ReconciliationRow(
        account, "", Money.of(recorded, currency), Money.of(booked, currency));
  }
}
