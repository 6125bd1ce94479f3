package com.asta.billing.service;

import com.asta.common.Money;
import com.asta.common.Shard;
import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Figures of a run for the person who decides: progress by shards, and what changed. */
@ApplicationScoped
class BillRunFigures {
  private static final int GROUPS = 8;
  private static final int SHARDS = Shard.COUNT / GROUPS;

  /** Bills of a run beside the final bill of the same account before. */
  private static final String PAIRS =
      " from billing.bill b left join lateral (select p.gross from billing.bill p"
          + " join billing.invoice i on i.account_id = p.account_id and i.id = p.id"
          + " where p.account_id = b.account_id and p.cycle_start < b.cycle_start and p.currency = b.currency"
          + " order by p.cycle_start desc limit 1) before on true where b.run_id = ?";

  @Inject private Database sql;

  /**
   * Progress of groups of shards.
   *
   * @param issuing true if a draft is done when it is an invoice, false if it is done as a draft
   */
  List<ShardProgress> shards(long runId, boolean issuing) {
    Map<Integer, ShardProgress> found = new HashMap<>();
    sql.rows(
        "select r.shard / ? as part, count(*) as accounts, count(*) filter (where"
            + " r.status <> 'PENDING' and (not ? or r.bill_id is null or exists (select 1 from"
            + " billing.invoice i where i.account_id = r.account_id and i.id = r.bill_id)))"
            + " as done from billing.bill_run_account r where r.run_id = ? group by 1",
        row ->
            found.put(
                row.getInt("part"),
                progress(row.getInt("part"), row.getLong("done"), row.getLong("accounts"))),
        SHARDS,
        issuing,
        runId);
    List<ShardProgress> all = new ArrayList<>();
    for (int part = 0; part < GROUPS; part++) {
      all.add(found.getOrDefault(part, progress(part, 0, 0)));
    }
    return all;
  }

  private static ShardProgress progress(int part, long done, long accounts) {
    return new ShardProgress(part * SHARDS, (part + 1) * SHARDS - 1, done, accounts);
  }

  /** How the run's bills differ from those before. */
  BillRunReview review(long runId) {
    long[] spread = new long[BillRunReview.ENDS.size() + 1];
    long[] first = new long[1];
    sql.rows(
        "select case when before.gross is null or before.gross = 0 then -1 else width_bucket("
            + "-(b.gross - before.gross) * 100 / before.gross, "
            + thresholds()
            + ") end as bucket, count(*) as accounts"
            + PAIRS
            + " group by 1",
        row -> {
          int bucket = row.getInt("bucket");
          if (bucket < 0) {
            first[0] = row.getLong("accounts");
          } else {
            spread[spread.length - 1 - bucket] = row.getLong("accounts");
          }
          return bucket;
        },
        runId);
    List<BillRunReview.Total> totals =
        sql.rows(
            "select b.currency, sum(b.gross) as now, sum(before.gross) as before"
                + PAIRS
                + " and before.gross is not null group by 1 order by 1",
            row ->
                new BillRunReview.Total(
                    Money.of(row.getBigDecimal("now"), row.getString("currency")),
                    Money.of(row.getBigDecimal("before"), row.getString("currency"))),
            runId);
    return new BillRunReview(buckets(spread), first[0], totals);
  }

  /** The ends, mirrored and ascending: a bucket includes its lower end, ours the upper one. */
  private static String thresholds() {
    List<Integer> mirrored = new ArrayList<>();
    for (int i = BillRunReview.ENDS.size() - 1; i >= 0; i--) {
      mirrored.add(-BillRunReview.ENDS.get(i));
    }
    return "array" + mirrored + "::numeric[]";
  }

  private static List<BillRunReview.Bucket> buckets(long[] spread) {
    List<BillRunReview.Bucket> buckets = new ArrayList<>();
    List<Integer> ends = BillRunReview.ENDS;
    for (int i = 0; i < spread.length; i++) {
      buckets.add(
          new BillRunReview.Bucket(
              i == 0 ? null : ends.get(i - 1), i == ends.size() ? null : ends.get(i), spread[i]));
    }
    return buckets;
  }

  /** Ids of the bills that changed most, in percent and then in amount. */
  List<Long> outliers(long runId, int limit) {
    return sql.rows(
        "select b.id"
            + PAIRS
            + " and before.gross > 0 and abs(b.gross - before.gross) * 100 > before.gross * ?"
            + " order by abs(b.gross - before.gross) desc, b.id limit ?",
        row -> row.getLong(1),
        runId,
        BillRunReview.LIMIT,
        limit);
  }
}
