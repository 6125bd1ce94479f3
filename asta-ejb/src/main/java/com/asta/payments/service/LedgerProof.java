package com.asta.payments.service;

import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Proves that every balance is what its postings, allocations and documents sum to: by one
 * statement, so that all laws see the same moment of a book that goes on being written. Every
 * account, payment and item is compared; nothing is sampled, and no balance that is stored anywhere
 * is believed.
 */
@ApplicationScoped
class LedgerProof {
  private static final int MOST_FAULTS = 100;

  /**
   * The book by pairs of ledger accounts, with a fingerprint of its first postings; from that the
   * totals; and what the book says of each customer's account.
   */
  private static final String SUMS =
      "with ledger_pair as materialized (select debit, credit, sum(amount) as amount,"
          + " count(*) as postings, count(*) filter (where line = 1) as transactions,"
          + " bit_xor(hashint8extended(account_id, transaction_id)) filter (where line = 1) as keys"
          + " from payments.posting group by 1, 2),"
          + " ledger_total as materialized (select l.account, sum(l.amount) as amount"
          + " from ledger_pair p cross join lateral"
          + " (values (p.debit, p.amount), (p.credit, -p.amount)) as l (account, amount)"
          + " group by 1),"
          + " ledger_customer as materialized (select account_id,"
          + " sum(case when debit = 'RECEIVABLE' then amount"
          + " when credit = 'RECEIVABLE' then -amount end) as receivable,"
          + " sum(case when credit = 'CUSTOMER_CREDIT' then amount"
          + " when debit = 'CUSTOMER_CREDIT' then -amount end) as customer_credit"
          + " from payments.posting group by 1)";

  /** Beside the laws: how many postings were read. */
  private static final String POSTINGS = "POSTINGS";

  /** Each yields account_id, subject, expected, found, only where they differ. */
  private static final Map<String, String> LAWS = laws();

  private static final String PROOF = proof();

  private record Fault(
      String law, Long accountId, String subject, BigDecimal expected, BigDecimal found) {}

  @Inject private Database sql;

  private static Map<String, String> laws() {
    Map<String, String> laws = new LinkedHashMap<>();
    laws.put("RECEIVABLE", perAccount("RECEIVABLE", "open_item", "open_amount"));
    laws.put("CUSTOMER_CREDIT", perAccount("CUSTOMER_CREDIT", "payment", "unallocated"));
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
        "select coalesce(p.account_id, a.account_id) as account_id,"
            + " coalesce(p.reference, 'payment ' || a.payment_id) as subject,"
            + " coalesce(p.amount - p.unallocated - p.returned - p.refunded, 0) as expected,"
            + " coalesce(a.sum, 0) as found from payments.payment p full join"
            + " (select account_id, payment_id, sum(amount) from payments.allocation"
            + " where kind = 'PAYMENT' group by 1, 2) a"
            + " on a.account_id = p.account_id and a.payment_id = p.id"
            + " where coalesce(p.amount - p.unallocated - p.returned - p.refunded, 0)"
            + " <> coalesce(a.sum, 0)");
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
            + " is distinct from (select (sum(transactions)::bigint, bit_xor(keys)) from"
            + " ledger_pair) from payments.ledger_transaction) and (t.id is null or p.line is distinct from 1)");
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
  private static String perAccount(String account, String table, String column) {
    return "select coalesce(l.account_id, d.account_id) as account_id, '"
        + account
        + "' as subject, coalesce(d.sum, 0) as expected, coalesce(l."
        + account
        + ", 0) as found from ledger_customer l full join (select account_id, sum("
        + column
        + ") from payments."
        + table
        + " where account_id is not null and "
        + column
        + " > 0 group by 1) d on d.account_id = l.account_id"
        + " where coalesce(d.sum, 0) <> coalesce(l."
        + account
        + ", 0)";
  }

  /** The balance of a ledger account over all customers against what documents say. */
  private static String ofTheHouse(String account, String sign, String expected) {
    return "select null::bigint as account_id, '"
        + account
        + "' as subject, expected, found from (select "
        + expected
        + " as expected, (select "
        + sign
        + "coalesce(sum(amount), 0) from ledger_total where account = '"
        + account
        + "') as found) s where expected <> found";
  }

  private static String proof() {
    StringBuilder proof = new StringBuilder(SUMS);
    proof
        .append(" select '")
        .append(POSTINGS)
        .append("' as law, null::bigint as account_id, '' as subject,")
        .append(" coalesce(sum(postings), 0) as expected, 0::numeric as found from ledger_pair");
    LAWS.forEach(
        (law, query) ->
            proof
                .append(" union all (select '")
                .append(law)
                .append("', account_id, subject, expected, found from (")
                .append(query)
                .append(") law limit ")
                .append(MOST_FAULTS)
                .append(')'));
    return proof.toString();
  }

  /** Checks every law and keeps the answer; returns its id. */
  long run(Instant startedAt, Supplier<Instant> clock, String by) {
    // Sums and joins of the whole book stay in memory as far as they go.
    sql.update("set local work_mem = '128MB'");
    long postings = 0;
    List<Fault> faults = new ArrayList<>();
    for (Fault each : sql.rows(PROOF, LedgerProof::fault)) {
      if (each.law().equals(POSTINGS)) {
        postings = each.expected().longValueExact();
      } else {
        faults.add(each);
      }
    }
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
      Fault fault = faults.get(line);
      sql.update(
          "insert into payments.ledger_fault"
              + " (check_id, line, law, account_id, subject, expected, found)"
              + " values (?, ?, ?, ?::bigint, ?, ?, ?)",
          id,
          line,
          fault.law(),
          fault.accountId(),
          fault.subject(),
          fault.expected(),
          fault.found());
    }
    return id;
  }

  private static Fault fault(ResultSet row) throws SQLException {
    return new Fault(
        row.getString("law"),
        Database.longOrNull(row, "account_id"),
        row.getString("subject"),
        row.getBigDecimal("expected"),
        row.getBigDecimal("found"));
  }

  List<LedgerCheckRow> last(int limit) {
    return sql.rows(
        "select * from payments.ledger_check order by id desc limit ?",
        row ->
            new LedgerCheckRow(
                row.getLong("id"),
                Database.instant(row, "started_at"),
                Database.instant(row, "finished_at"),
                row.getString("started_by"),
                row.getLong("postings"),
                row.getLong("faults")),
        limit);
  }

  List<LedgerFaultRow> faults(long checkId) {
    return sql.rows(
        "select * from payments.ledger_fault where check_id = ? order by line",
        row ->
            new LedgerFaultRow(
                row.getString("law"),
                Database.longOrNull(row, "account_id"),
                row.getString("subject"),
                row.getBigDecimal("expected"),
                row.getBigDecimal("found")),
        checkId);
  }
}
