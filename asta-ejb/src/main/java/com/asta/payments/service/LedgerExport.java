package com.asta.payments.service;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Writer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

/** Writes the postings of a month as a table, a line for each leg, row by row from the database. */
@ApplicationScoped
class LedgerExport {
  private static final int FETCH = 1_000;
  private static final String LEGS =
      "select t.booked_on, t.id, t.kind, t.detail, f.number as customer, a.number, a.name,"
          + " l.amount, p.currency, p.rate, t.created_by from payments.ledger_transaction t"
          + " join payments.posting p on p.account_id = t.account_id and p.transaction_id = t.id"
          + " cross join lateral (values (1, p.debit, p.amount), (2, p.credit, -p.amount))"
          + " l (leg, account, amount)"
          + " join payments.ledger_account a on a.code = l.account"
          + " left join payments.financial_account f on f.account_id = t.account_id"
          + " where t.booked_on >= ? and t.booked_on < ?"
          + " order by t.booked_on, t.id, p.line, l.leg";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  void write(LocalDate firstDay, Writer out) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(LEGS)) {
      select.setFetchSize(FETCH);
      select.setObject(1, firstDay);
      select.setObject(2, firstDay.plusMonths(1));
      CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(out);
      csv.writeRecord(
          "date",
          "transaction",
          "kind",
          "document",
          "customer_account",
          "account",
          "account_name",
          "debit",
          "credit",
          "currency",
          "vat_rate",
          "booked_by");
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          BigDecimal amount = row.getBigDecimal("amount");
          csv.writeRecord(
              row.getString("booked_on"),
              row.getString("id"),
              row.getString("kind"),
              harmless(row.getString("detail")),
              harmless(row.getString("customer")),
              row.getString("number"),
              row.getString("name"),
              amount.signum() > 0 ? plain(amount) : "",
              amount.signum() < 0 ? plain(amount.negate()) : "",
              row.getString("currency"),
              row.getString("rate"),
              harmless(row.getString("created_by")));
        }
      }
      csv.flush();
    } catch (SQLException | java.io.IOException e) {
      throw new IllegalStateException("Export of " + firstDay, e);
    }
  }

  private static String plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return (stripped.scale() < 2 ? stripped.setScale(2) : stripped).toPlainString();
  }

  /** A text of a stranger must not become a formula in a spreadsheet. */
  private static String harmless(String text) {
    if (text == null) {
      return "";
    }
    return text.matches("(?s)^[=+\\-@\\t].*") ? "'" + text : text;
  }
}
