package com.asta.billing.service;

import com.asta.billing.model.BillRun;
import com.asta.common.service.Database;
import com.asta.common.service.OperatorProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Invoice numbers, gapless per seller and series. The approval of a run takes one block for all its
 * drafts and notes where, in the order of accounts, each stretch of them begins; a draft's number
 * follows from its place among them, which does not change any more: a second run waits for the
 * first one's commit, and a draft with a number always becomes an invoice.
 */
@ApplicationScoped
class Numbers {
  private static final DateTimeFormatter YEAR_AND_MONTH = DateTimeFormatter.ofPattern("yyyy/MM");
  private static final int DIGITS = 6;

  /** Drafts from one noted place to the next: no more accounts than that are counted off. */
  private static final int STRETCH = 1_000;

  private record Stretch(long firstAccount, String series, long firstNumber) {}

  @Inject private Database sql;
  @Inject private OperatorProfile profile;

  /** Takes the numbers for the drafts of a locked run; returns how many. */
  long give(BillRun run, String prefix) {
    long drafts = drafts(run.getId());
    if (drafts == 0) {
      return 0;
    }
    String seller = profile.operator().nip();
    String series = prefix + "/" + YEAR_AND_MONTH.format(run.getIssuedOn());
    long first = take(seller, series, drafts);
    sql.update(
        "insert into billing.number_block (seller, series, first_number, size, run_id)"
            + " values (?, ?, ?, ?, ?)",
        seller,
        series,
        first,
        drafts,
        run.getId());
    sql.update(
        "insert into billing.number_stretch (run_id, first_account, series, first_number)"
            + " select run_id, account_id, ?, ? + place from (select run_id, account_id,"
            + " row_number() over (order by account_id) - 1 as place"
            + " from billing.bill_run_account where run_id = ? and status = 'DRAFTED') d"
            + " where place % ? = 0",
        series, first, run.getId(), STRETCH);
    return drafts;
  }

  /** The numbers of the drafts of some accounts of an approved run, by account, ascending. */
  SortedMap<Long, String> of(long runId, Collection<Long> accountIds) {
    SortedSet<Long> wanted = new TreeSet<>(accountIds);
    Stretch stretch = stretch(runId, wanted.first());
    SortedMap<Long, String> numbers = new TreeMap<>();
    long number = stretch.firstNumber();
    for (long accountId : billed(runId, stretch.firstAccount(), wanted.last())) {
      if (wanted.contains(accountId)) {
        numbers.put(accountId, text(stretch.series(), number));
      }
      number++;
    }
    return numbers;
  }

  private Stretch stretch(long runId, long accountId) {
    return sql.first(
            "select first_account, series, first_number from billing.number_stretch"
                + " where run_id = ? and first_account <= ? order by first_account desc limit 1",
            row -> new Stretch(row.getLong(1), row.getString(2), row.getLong(3)),
            runId,
            accountId)
        .orElseThrow(
            () -> new IllegalStateException("Run " + runId + " has no number for " + accountId));
  }

  /** Accounts of a run that have a draft or its invoice, ascending. */
  private List<Long> billed(long runId, long from, long to) {
    return sql.rows(
        "select account_id from billing.bill_run_account where run_id = ?"
            + " and account_id between ? and ? and status = 'DRAFTED'"
            + " order by account_id",
        row -> row.getLong(1),
        runId,
        from,
        to);
  }

  /** The next number of a series for one document, in the transaction that writes it. */
  String one(String prefix, LocalDate issuedOn, long documentId) {
    String seller = profile.operator().nip();
    String series = prefix + "/" + YEAR_AND_MONTH.format(issuedOn);
    long number = take(seller, series, 1);
    sql.update(
        "insert into billing.number_block (seller, series, first_number, size, document_id)"
            + " values (?, ?, ?, 1, ?)",
        seller,
        series,
        number,
        documentId);
    return text(series, number);
  }

  private static String text(String series, long number) {
    String digits = Long.toString(number);
    return series + "/" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }

  private long drafts(long runId) {
    return sql.number(
        "select count(*) from billing.bill_run_account where run_id = ? and status = 'DRAFTED'",
        runId);
  }

  private long take(String seller, String series, long count) {
    sql.update(
        "insert into billing.number_series (seller, series) values (?, ?) on conflict do nothing",
        seller,
        series);
    return sql.first(
            "update billing.number_series set next_number = next_number + ?"
                + " where seller = ? and series = ? returning next_number - ?",
            row -> row.getLong(1),
            count,
            seller,
            series,
            count)
        .orElseThrow();
  }
}
