package com.asta.payments.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Proves that every balance is what its postings, allocations and documents sum to. */
@ApplicationScoped
class LedgerProof {
  private static final int MOST_FAULTS = 100;

  /** Every balance of the book by its postings, summed once for all laws. */
  private static final String SUMS = "pg_temp.ledger_sum";

  private static final String SUM_UP =
      "create temp table ledger_sum on commit drop as select p.account_id, l.account,"
          + " sum(l.amount) as amount from payments.posting p cross join lateral"
          + " (values (p.debit, p.amount), (p.credit, -p.amount)) as l (account, amount)"
          + " group by 1, 2";

  /** Each yields account_id, subject, expected, found, only where they differ. */
  private static final Map<String, String> LAWS = laws();

  @Inject private Sql sql;

  private static Map<String, String> laws() {
    Map<String, String> laws = new LinkedHashMap<>();
    laws.put("RECEIVABLE", perAccount("RECEIVABLE", 1, "open_item", "open_amount"));
    laws.put("CUSTOMER_CREDIT", perAccount("CUSTOMER_CREDIT", -1, "payment", "unallocated"));
    laws.put(
        "SUSPENSE",
        "select null::bigint as account_id, 'SUSPENSE' as subject, expected, found from (select"
            + " (select coalesce(sum(amount), 0) from payments.payment"
            + " where account_id is null and returned = 0)"
            + " + (select coalesce(sum(amount), 0) from payments.bank_entry"
            + " where kind = 'RETURN' and payment_id is null) as expected,"
            + " (select -coalesce(sum(amount), 0) from "
            + SUMS
            + " where account = 'SUSPENSE') as found) s where expected <> found");
    laws.put(
        "BANK",
        "select null::bigint as account_id, 'BANK' as subject, expected, found from (select"
            + " (select coalesce(sum(amount), 0) from payments.bank_entry) as expected,"
            + " (select coalesce(sum(amount), 0) from "
            + SUMS
            + " where account = 'BANK') as found) s where expected <> found");
    laws.put(
        "PROVIDER_CLEARING",
        "select null::bigint as account_id, 'PROVIDER_CLEARING' as subject, expected, found from"
            + " (select (select coalesce(sum(amount), 0) from payments.payment"
            + " where method in ('CARD', 'BLIK', 'ONLINE'))"
            + " - (select coalesce(sum(amount), 0) from payments.provider_refund"
            + " where state in ('NEW', 'UNKNOWN', 'PENDING', 'COMPLETED'))"
            + " - (select coalesce(sum(gross), 0) from payments.provider_payout) as expected,"
            + " (select coalesce(sum(amount), 0) from "
            + SUMS
            + " where account = 'PROVIDER_CLEARING') as found) s where expected <> found");
    laws.put(
        "COLLECTION",
        "select null::bigint as account_id, 'COLLECTION' as subject, expected, found from (select"
            + " (select coalesce(sum(settled - credited), 0) from payments.debit_group)"
            + " - (select coalesce(sum(amount), 0) from payments.collection where reported)"
            + " as expected, (select coalesce(sum(amount), 0) from payments.ledger_leg"
            + " where account = 'COLLECTION') as found) s where expected <> found");
    laws.put(
        "CASH",
        "select null::bigint as account_id, 'CASH' as subject, expected, found from (select"
            + " (select coalesce(sum(amount), 0) from payments.cash_movement) as expected,"
            + " (select coalesce(sum(amount), 0) from "
            + SUMS
            + " where account = 'CASH') as found) s where expected <> found");
    laws.put(
        "CASH_IN_TRANSIT",
        "select null::bigint as account_id, 'CASH_IN_TRANSIT' as subject, expected, found"
            + " from (select (select coalesce(sum(amount), 0) from payments.cash_deposit"
            + " where bank_entry_id is null) as expected,"
            + " (select coalesce(sum(amount), 0) from "
            + SUMS
            + " where account = 'CASH_IN_TRANSIT') as found) s where expected <> found");
    laws.put(
        "PAYMENT",
        "select p.account_id, p.reference as subject,"
            + " p.amount - p.unallocated - p.returned - p.refunded as expected, coalesce(a.sum, 0) as found from payments.payment p left join"
            + " (select account_id, payment_id, sum(amount) from payments.allocation"
            + " where kind = 'PAYMENT' group by 1, 2) a"
            + " on a.account_id = p.account_id and a.payment_id = p.id"
            + " where p.amount - p.unallocated - p.returned - p.refunded <> coalesce(a.sum, 0)");
    laws.put(
        "ITEM",
        "select i.account_id, i.number as subject, i.amount - i.open_amount as expected,"
            + " coalesce(a.sum, 0) as found from payments.open_item i left join"
            + " (select account_id, open_item_id, sum(amount) from payments.allocation"
            + " group by 1, 2) a on a.account_id = i.account_id and a.open_item_id = i.id"
            + " where i.amount - i.open_amount <> coalesce(a.sum, 0)");
    laws.put(
        "POSTED",
        "select t.account_id, t.kind || ' ' || t.source as subject, 1 as expected, 0 as found"
            + " from payments.ledger_transaction t where (select count(*)"
            + " from payments.ledger_transaction) <> (select count(*) from payments.posting"
            + " where line = 1) and not exists (select 1"
            + " from payments.posting p where p.account_id = t.account_id"
            + " and p.transaction_id = t.id)");
    laws.put(
        "PERIOD",
        "select null::bigint as account_id, b.first_day || ' ' || b.account as subject,"
            + " b.balance as expected, coalesce((select sum(l.amount) from payments.ledger_leg l"
            + " where l.account = b.account and l.currency = b.currency"
            + " and l.booked_on < b.first_day + interval '1 month'), 0) as found"
            + " from payments.period_balance b where b.balance <>"
            + " coalesce((select sum(l.amount) from payments.ledger_leg l"
            + " where l.account = b.account and l.currency = b.currency"
            + " and l.booked_on < b.first_day + interval '1 month'), 0)");
    return laws;
  }

  private static String perAccount(String account, int sign, String table, String column) {
    return "select coalesce(l.account_id, d.account_id) as account_id, '"
        + account
        + "' as subject, coalesce(d.sum, 0) as expected, coalesce(l.sum, 0) as found from"
        + " (select account_id, amount * "
        + sign
        + " as sum from "
        + SUMS
        + " where account = '"
        + account
        + "') l full join (select account_id, sum("
        + column
        + ") from payments."
        + table
        + " where account_id is not null group by 1) d on d.account_id = l.account_id"
        + " where coalesce(d.sum, 0) <> coalesce(l.sum, 0)";
  }

  /** Checks every law and keeps the answer; returns its id. */
  long run(Instant startedAt, java.util.function.Supplier<Instant> clock, String by) {
    List<Object[]> faults = new ArrayList<>();
    sql.update("drop table if exists " + SUMS);
    sql.update(SUM_UP);
    sql.update("analyze " + SUMS);
    LAWS.forEach(
        (law, query) ->
            sql.list(
                    query + " limit " + MOST_FAULTS,
                    row ->
                        new Object[] {
                          law,
                          Sql.longOrNull(row, "account_id"),
                          row.getString("subject"),
                          row.getBigDecimal("expected"),
                          row.getBigDecimal("found")
                        })
                .forEach(faults::add));
    long postings =
        sql.first("select count(*) from payments.posting", row -> row.getLong(1)).orElse(0L);
    long id =
        sql.first(
                "insert into payments.ledger_check"
                    + " (started_at, finished_at, started_by, postings, faults)"
                    + " values (?, ?, ?, ?, ?) returning id",
                row -> row.getLong(1),
                startedAt,
                clock.get(),
                by,
                postings,
                (long) faults.size())
            .orElseThrow();
    for (int line = 0; line < Math.min(MOST_FAULTS, faults.size()); line++) {
      Object[] fault = faults.get(line);
      sql.update(
          "insert into payments.ledger_fault"
              + " (check_id, line, law, account_id, subject, expected, found)"
              + " values (?, ?, ?, ?::bigint, ?, ?, ?)",
          id,
          line,
          fault[0],
          fault[1],
          fault[2],
          fault[3],
          fault[4]);
    }
    return id;
  }

  List<LedgerCheckRow> last(int limit) {
    return sql.list(
        "select * from payments.ledger_check order by id desc limit ?",
        row ->
            new LedgerCheckRow(
                row.getLong("id"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "finished_at"),
                row.getString("started_by"),
                row.getLong("postings"),
                row.getLong("faults")),
        limit);
  }

  List<LedgerFaultRow> faults(long checkId) {
    return sql.list(
        "select * from payments.ledger_fault where check_id = ? order by line",
        row ->
            new LedgerFaultRow(
                row.getString("law"),
                Sql.longOrNull(row, "account_id"),
                row.getString("subject"),
                row.getBigDecimal("expected"),
                row.getBigDecimal("found")),
        checkId);
  }
}
