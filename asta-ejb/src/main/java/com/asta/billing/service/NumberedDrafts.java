package com.asta.billing.service;

import com.asta.billing.model.BillRun;
import com.asta.common.Period;
import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The drafts of an approved run on their way to invoices. They do not change any more; of two who
 * make invoices of them at once, the invoice's key lets one through.
 */
@ApplicationScoped
class NumberedDrafts {
  /** What a billing account adds to its invoices. */
  private record Terms(long customerId, String vatId, String language, int paymentDays) {}

  @Inject private Database sql;
  @Inject private BillRuns runs;
  @Inject private Bills bills;
  @Inject private Numbers numbers;

  /**
   * Those of some accounts that are no invoices yet, by account, ascending. Each table is read by
   * the list of its keys: a join would go down an index for each account.
   */
  List<NumberedDraft> of(BillRun run, Collection<Long> accountIds) {
    Map<Long, Long> drafts = runs.drafts(run.getId(), accountIds);
    drafts.values().removeAll(bills.issued(drafts.values()));
    if (drafts.isEmpty()) {
      return List.of();
    }
    Map<Long, Terms> terms = terms(drafts.keySet());
    Map<Long, String> numbered = numbers.of(run.getId(), drafts.keySet());
    return sql.rows(
        "select account_id, id, cycle_start, cycle_end, currency, net, tax, gross, entered,"
            + " change_id, deposits, shared from billing.bill"
            + " where id = any (?) order by account_id",
        row -> {
          long accountId = row.getLong("account_id");
          return draft(row, numbered.get(accountId), terms.get(accountId), run.getIssuedOn());
        },
        drafts.values());
  }

  private Map<Long, Terms> terms(Collection<Long> accountIds) {
    Map<Long, Terms> terms = new HashMap<>();
    sql.rows(
        "select account_id, customer_id, vat_id, language, payment_days"
            + " from billing.billing_account where account_id = any (?)",
        row ->
            terms.put(
                row.getLong(1),
                new Terms(row.getLong(2), row.getString(3), row.getString(4), row.getInt(5))),
        accountIds);
    return terms;
  }

  private static NumberedDraft draft(ResultSet row, String number, Terms terms, LocalDate issuedOn)
      throws SQLException {
    return new NumberedDraft(
        row.getLong("account_id"),
        row.getLong("id"),
        terms.customerId(),
        number,
        terms.vatId(),
        terms.language(),
        issuedOn.plusDays(terms.paymentDays()),
        new Period(Database.date(row, "cycle_start"), Database.date(row, "cycle_end")),
        row.getString("currency"),
        row.getBigDecimal("net"),
        row.getBigDecimal("tax"),
        row.getBigDecimal("gross"),
        BookText.entered(row.getString("entered")),
        row.getLong("change_id"),
        row.getBoolean("deposits"),
        row.getBoolean("shared"));
  }
}
