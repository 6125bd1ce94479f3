package com.asta.billing.service;

import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** The calculated bills: written in bulk by the trial, read for review. */
@ApplicationScoped
class Bills {
  private static final int ID_BLOCK = 50;

  /** Condition on a bill {@code b}: it is no draft, for there is the invoice made of it. */
  static final String FINAL =
      "exists (select 1 from billing.invoice f where f.account_id = b.account_id and f.id = b.id)";

  /** Parts of a bill, which go before it does. */
  private static final List<String> PARTS = List.of("bill_tax", "bill_item");

  @Inject private Database sql;

  /** Drafts of a run that are collected, to be written together; at most so many. */
  DraftRows drafts(long runId, int most) {
    return new DraftRows(sql, runId, ids(most));
  }

  /**
   * Those of some bills that are invoices; found by their ids, since of two lists one is a filter.
   */
  Set<Long> issued(Collection<Long> billIds) {
    return Set.copyOf(
        sql.rows(
            "select id from billing.invoice where id = any (?)", row -> row.getLong(1), billIds));
  }

  /** Throws drafts away: account ids and bill ids, pair by pair. */
  void drop(Map<Long, Long> billsByAccount) {
    if (billsByAccount.isEmpty()) {
      return;
    }
    Collection<Long> accounts = billsByAccount.keySet();
    Collection<Long> bills = billsByAccount.values();
    for (String part : PARTS) {
      sql.update(
          "delete from billing."
              + part
              + " p using unnest(?::bigint[], ?::bigint[]) b (account_id, id)"
              + " where p.account_id = b.account_id and p.bill_id = b.id",
          accounts,
          bills);
    }
    sql.update(
        "delete from billing.bill b using unnest(?::bigint[], ?::bigint[]) d (account_id, id)"
            + " where b.account_id = d.account_id and b.id = d.id and not "
            + FINAL,
        accounts,
        bills);
  }

  void dropDrafts(long runId) {
    for (String part : PARTS) {
      sql.update(
          "delete from billing."
              + part
              + " p using billing.bill b where b.run_id = ?"
              + " and p.account_id = b.account_id and p.bill_id = b.id and not "
              + FINAL,
          runId);
    }
    sql.update("delete from billing.bill b where b.run_id = ? and not " + FINAL, runId);
  }

  private long[] ids(int count) {
    return sql
        .rows(
            "select nextval('billing.bill_seq') from generate_series(1, ?)",
            row -> row.getLong(1),
            (count + ID_BLOCK - 1) / ID_BLOCK)
        .stream()
        .flatMapToLong(last -> LongStream.rangeClosed(last - ID_BLOCK + 1, last))
        .toArray();
  }
}
