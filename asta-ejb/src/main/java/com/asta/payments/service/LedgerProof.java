package com.asta.payments.service;

import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Proves that every balance is what its postings, allocations and documents sum to: by one
 * statement, so that all {@link LedgerLaws} see the same moment of a book that goes on being
 * written.
 */
@ApplicationScoped
class LedgerProof {
  private static final String PROOF = LedgerLaws.proof();

  private record Fault(
      String law, Long accountId, String subject, BigDecimal expected, BigDecimal found) {}

  @Inject private Database sql;

  /** Checks every law and keeps the answer; returns its id. */
  long run(Instant startedAt, Supplier<Instant> clock, String by) {
    // Sums and joins of the whole book stay in memory as far as they go.
    sql.update("set local work_mem = '128MB'");
    long postings = 0;
    List<Fault> faults = new ArrayList<>();
    for (Fault each : sql.rows(PROOF, LedgerProof::fault)) {
      if (each.law().equals(LedgerLaws.POSTINGS)) {
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
    for (int line = 0; line < Math.min(LedgerLaws.MOST_FAULTS, faults.size()); line++) {
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
