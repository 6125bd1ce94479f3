package com.asta.billing.service;

import com.asta.billing.model.BillRun;
import com.asta.common.service.Database;
import com.asta.common.service.OperatorProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Invoice numbers, gapless per seller and series. A run takes one block for all its drafts in the
 * transaction that writes the numbers on them: either both happen or neither, and a second run
 * waits for the first one's commit. A numbered draft always becomes an invoice.
 */
@ApplicationScoped
class Numbers {
  private static final DateTimeFormatter YEAR_AND_MONTH = DateTimeFormatter.ofPattern("yyyy/MM");
  private static final int DIGITS = 6;

  @Inject private Database sql;
  @Inject private OperatorProfile profile;

  /** Numbers the drafts of a run; returns how many. */
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
    int numbered =
        sql.update(
            "update billing.bill b set invoice_number ="
                + " ? || lpad(n.number::text, greatest(?, length(n.number::text)), '0')"
                + " from (select account_id, id, ? - 1 + row_number() over (order by account_id) as number"
                + " from billing.bill where run_id = ? and status = 'DRAFT') n"
                + " where b.account_id = n.account_id and b.id = n.id",
            series + "/",
            DIGITS,
            first,
            run.getId());
    if (numbered != drafts) {
      throw new IllegalStateException(
          "Run " + run.getId() + ": " + drafts + " numbers taken, " + numbered + " given");
    }
    return numbered;
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
    return series + "/" + "%%0%dd".formatted(DIGITS).formatted(number);
  }

  private long drafts(long runId) {
    return sql.first(
            "select count(*) from billing.bill where run_id = ? and status = 'DRAFT'",
            row -> row.getLong(1),
            runId)
        .orElseThrow();
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
