package com.asta.payments.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Proves that every balance is what its postings, allocations and documents sum to. The postings
 * are read once: their sums by account and both ledger accounts say all that the laws ask of them.
 * The laws then compare every account, payment and item by sets; nothing is sampled, and no balance
 * that is stored anywhere is believed.
 */
@ApplicationScoped
class LedgerProof {
  private static final int MOST_FAULTS = 100;

  /** The book in one pass; what a transaction is to its first posting is kept as a fingerprint. */
  private static final String SUMS = "pg_temp.ledger_sum";

  private static final String SUM_UP =
      "create temp table ledger_sum on commit drop as select account_id, debit, credit,"
          + " sum(amount) as amount, count(*) as postings,"
          + " count(*) filter (where line = 1) as transactions,"
          + " bit_xor(hashint8extended(account_id, transaction_id)) filter (where line = 1) as keys"
          + " from payments.posting group by 1, 2, 3";

  /** What each law says of the whole book. */
  private static final String TOTALS = "pg_temp.ledger_total";

  private static final String ADD_UP =
      "create temp table ledger_total on commit drop as select l.account, sum(l.amount) as amount"
          + " from (select debit, credit, sum(amount) as amount from "
          + SUMS
          + " group by 1, 2) s cross join lateral"
          + " (values (s.debit, s.amount), (s.credit, -s.amount)) as l (account, amount) group by 1";

  /** Each yields account_id, subject, expected, found, only where they differ. */
  private static final Map<String, String> LAWS = laws();

  @Inject private Sql sql;

  private static Map<String, String> laws() {
    Map<String, String> laws = new LinkedHashMap<>();
    laws.put("RECEIVABLE", perAccount("RECEIVABLE", "", "open_item", "open_amount"));
    laws.put("CUSTOMER_CREDIT", perAccount("CUSTOMER_CREDIT", "-", "payment", "unallocated"));
    laws.put(
        "SUSPENSE",
        ofTheHouse(
            "SUSPENSE",
            "-",
            "(select coalesce(sum(amount), 0) from payments.payment"
                + " where account_id is null and returned = 0)"
                + " + (select coalesce(sum(amount), 0) from payments.bank_entry"
                + " where kind = 'RETURN' and payment_id is null)"));
    laws.put(
        "BANK",
        ofTheHouse("BANK", "", "(select coalesce(sum(amount), 0) from payments.bank_entry)"));
    laws.put(
        "PROVIDER_CLEARING",
        ofTheHouse(
            "PROVIDER_CLEARING",
            "",
            "(select coalesce(sum(amount), 0) from payments.payment"
                + " where method in ('CARD', 'BLIK', 'ONLINE'))"
                + " - (select coalesce(sum(amount), 0) from payments.provider_refund"
                + " where state in ('NEW', 'UNKNOWN', 'PENDING', 'COMPLETED'))"
                + " - (select coalesce(sum(gross), 0) from payments.provider_payout)"));
    laws.put(
        "COLLECTION",
        ofTheHouse(
            "COLLECTION",
            "",
            "(select coalesce(sum(settled - credited), 0) from payments.debit_group)"
                + " - (select coalesce(sum(amount), 0) from payments.collection where reported)"));
    laws.put(
        "CASH",
        ofTheHouse("CASH", "", "(select coalesce(sum(amount), 0) from payments.cash_movement)"));
    laws.put(
        "CASH_IN_TRANSIT",
        ofTheHouse(
            "CASH_IN_TRANSIT",
            "",
            "(select coalesce(sum(amount), 0) from payments.cash_deposit"
                + " where bank_entry_id is null)"));
    laws.put(
        "PAYMENT",
        "select p.account_id, p.reference as subject,"
            + " p.amount - p.unallocated - p.returned - p.refunded as expected,"
            + " coalesce(a.sum, 0) as found from payments.payment p left join"
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
    // Transactions and first postings are searched for their fellows only if their sets differ.
    laws.put(
        "POSTED",
        "select coalesce(t.account_id, p.account_id) as account_id,"
            + " coalesce(t.kind || ' ' || t.source, 'posting ' || p.transaction_id) as subject,"
            + " (t.id is not null)::int as expected, (p.line is not null)::int as found"
            + " from payments.ledger_transaction t full join"
            + " (select account_id, transaction_id, min(line) as line from payments.posting"
            + " group by 1, 2) p on p.account_id = t.account_id and p.transaction_id = t.id"
            + " where (select (count(*), bit_xor(hashint8extended(account_id, id)))"
            + " is distinct from (select (sum(transactions)::bigint, bit_xor(keys)) from "
            + SUMS
            + ") from payments.ledger_transaction) and (t.id is null or p.line is distinct from 1)");
    laws.put(
        "PERIOD",
        "select null::bigint as account_id, b.first_day || ' ' || b.account as subject,"
            + " b.balance as expected, coalesce(sum(m.amount), 0) as found"
            + " from payments.period_balance b left join (select l.account, l.currency,"
            + " date_trunc('month', l.booked_on)::date as month, sum(l.amount) as amount"
            + " from payments.ledger_leg l where exists (select 1 from payments.period_balance)"
            + " group by 1, 2, 3) m on m.account = b.account and m.currency = b.currency"
            + " and m.month <= b.first_day"
            + " group by b.first_day, b.account, b.currency, b.balance"
            + " having b.balance <> coalesce(sum(m.amount), 0)");
    return laws;
  }

  /** An account's balance in the book against the sum of what its documents leave. */
  private static String perAccount(String account, String sign, String table, String column) {
    return "select coalesce(l.account_id, d.account_id) as account_id, '"
        + account
        + "' as subject, coalesce(d.sum, 0) as expected, coalesce(l.sum, 0) as found from"
        + " (select account_id, "
        + sign
        + "sum(case when debit = '"
        + account
        + "' then amount else -amount end) as sum from "
        + SUMS
        + " where '"
        + account
        + "' in (debit, credit) group by 1) l full join (select account_id, sum("
        + column
        + ") from payments."
        + table
        + " where account_id is not null and "
        + column
        + " > 0 group by 1) d on d.account_id = l.account_id"
        + " where coalesce(d.sum, 0) <> coalesce(l.sum, 0)";
  }

  /** The balance of a ledger account over all customers against what documents say. */
  private static String ofTheHouse(String account, String sign, String expected) {
    return "select null::bigint as account_id, '"
        + account
        + "' as subject, expected, found from (select "
        + expected
        + " as expected, (select "
        + sign
        + "coalesce(sum(amount), 0) from "
        + TOTALS
        + " where account = '"
        + account
        + "') as found) s where expected <> found";
  }

  /** Checks every law and keeps the answer; returns its id. */
  long run(Instant startedAt, Supplier<Instant> clock, String by) {
    prepare();
    List<Object[]> faults = new ArrayList<>();
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
    return keep(startedAt, clock, by, faults);
  }

  /** Sums the book up, in memory as far as it goes. */
  private void prepare() {
    sql.update("set local work_mem = '128MB'");
    sql.update("drop table if exists " + SUMS + ", " + TOTALS);
    sql.update(SUM_UP);
    sql.update("analyze " + SUMS);
    sql.update(ADD_UP);
  }

  private long keep(Instant startedAt, Supplier<Instant> clock, String by, List<Object[]> faults) {
    long postings =
        sql.first("select coalesce(sum(postings), 0) from " + SUMS, row -> row.getLong(1))
            .orElse(0L);
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
