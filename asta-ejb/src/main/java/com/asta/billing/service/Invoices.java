package com.asta.billing.service;

import com.asta.billing.rules.CorrectionReason;
import com.asta.billing.rules.DocumentKind;
import com.asta.billing.rules.ItemKind;
import com.asta.billing.rules.LinePrice;
import com.asta.billing.rules.VatRate;
import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.common.service.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The issued invoices, read. */
@ApplicationScoped
class Invoices {
  private static final String HEAD =
      "select id, kind, corrects_id, number, account_id, account_number, customer_id, buyer_name, issued_on, due_on,"
          + " cycle_start, cycle_end, currency, net, tax, gross, language from billing.invoice";

  @Inject private Database sql;

  Optional<InvoiceRow> row(long id) {
    return sql.first(HEAD + " where id = ?", Invoices::row, id);
  }

  Optional<InvoiceRow> byNumber(String number) {
    return sql.first(HEAD + " where number = ?", Invoices::row, number);
  }

  List<InvoiceRow> rows(Collection<Long> ids) {
    return sql.rows(HEAD + " where id = any (?)", Invoices::row, ids);
  }

  /** Those whose number begins so, newest first. */
  List<InvoiceRow> numbered(String beginning, int limit) {
    return sql.rows(
        HEAD + " where number like ? order by number desc limit ?",
        Invoices::row,
        escaped(beginning) + "%",
        limit);
  }

  /**
   * Newest first.
   *
   * @param meant customers whom the query's text means; empty when they are too many
   */
  List<InvoiceRow> list(InvoiceQuery query, Optional<List<Long>> meant, int offset, int limit) {
    List<Object> arguments = new ArrayList<>();
    StringBuilder where = new StringBuilder(" where true");
    if (query.text() != null && !query.text().isBlank()) {
      String text = escaped(query.text().strip());
      where.append(" and (number like ? or account_number like ? or ");
      where.append(meant.isPresent() ? "customer_id = any (?))" : "buyer_name ilike ?)");
      arguments.add(text + "%");
      arguments.add(text.toUpperCase(Locale.ROOT) + "%");
      arguments.add(meant.isPresent() ? meant.get() : "%" + text + "%");
    }
    add(where, arguments, " and issued_on >= ?", query.issuedFrom());
    add(where, arguments, " and issued_on <= ?", query.issuedTo());
    add(where, arguments, " and run_id = ?", query.runId());
    add(where, arguments, " and customer_id = ?", query.customerId());
    arguments.add(limit);
    arguments.add(offset);
    return sql.rows(
        HEAD + where + " order by issued_on desc, number desc limit ? offset ?",
        Invoices::row,
        arguments.toArray());
  }

  private List<InvoiceLine> lines(InvoiceRow invoice) {
    return sql.rows(
        "select line, text_en, text_pl, service_id, period_start, period_end, quantity, unit, net,"
            + " vat_label, kind, subscription_id, corrects_line, net_before, quantity_before, owner_name,"
            + " unit_price, exact_net"
            + " from billing.invoice_line where account_id = ? and invoice_id = ? order by line",
        row ->
            new InvoiceLine(
                row.getInt("line"),
                row.getString("text_en"),
                row.getString("text_pl"),
                row.getString("service_id"),
                Database.date(row, "period_start"),
                Database.date(row, "period_end"),
                row.getBigDecimal("quantity"),
                row.getString("unit"),
                Money.of(row.getBigDecimal("net"), invoice.gross().currency()),
                row.getString("vat_label"),
                ItemKind.valueOf(row.getString("kind")),
                Database.longOrNull(row, "subscription_id"),
                before(row, invoice),
                row.getString("owner_name"),
                price(row, invoice.gross().currency())),
        invoice.accountId(),
        invoice.id());
  }

  private static LinePrice price(ResultSet row, String currency) throws SQLException {
    BigDecimal whole = row.getBigDecimal("unit_price");
    return whole == null
        ? null
        : LinePrice.of(
                ItemKind.valueOf(row.getString("kind")),
                row.getBigDecimal("quantity"),
                row.getString("unit"),
                Money.of(whole, currency),
                Money.of(row.getBigDecimal("exact_net"), currency))
            .orElse(null);
  }

  /** Taxes of a document by rate. */
  List<TaxRow> taxes(InvoiceRow invoice) {
    String currency = invoice.gross().currency();
    return sql.rows(
        "select * from billing.invoice_tax"
            + " where account_id = ? and invoice_id = ? order by line",
        row -> taxRow(row, currency),
        invoice.accountId(),
        invoice.id());
  }

  /** Taxes of many documents. */
  Map<Long, List<TaxRow>> taxes(Collection<Long> ids) {
    Map<Long, List<TaxRow>> taxes = new HashMap<>();
    sql.rows(
        "select i.id, i.currency, t.* from billing.invoice i join billing.invoice_tax t"
            + " on t.account_id = i.account_id and t.invoice_id = i.id where i.id = any (?)"
            + " order by i.id, t.line",
        row ->
            taxes
                .computeIfAbsent(row.getLong("id"), id -> new ArrayList<>())
                .add(taxRow(row, row.getString("currency"))),
        ids);
    return taxes;
  }

  /** The sales register of some days in one line for each rate. */
  List<SalesTotal> sales(LocalDate from, LocalDate until) {
    return sql.rows(
        "select t.label, i.currency, sum(t.net) as net, sum(t.tax) as tax from billing.invoice i"
            + " join billing.invoice_tax t on t.account_id = i.account_id and t.invoice_id = i.id"
            + " where i.issued_on >= ? and i.issued_on < ? group by 1, 2 order by 1, 2",
        row ->
            new SalesTotal(
                row.getString("label"),
                Money.of(row.getBigDecimal("net"), row.getString("currency")),
                Money.of(row.getBigDecimal("tax"), row.getString("currency"))),
        from,
        until);
  }

  /** A document, whole. */
  InvoiceDocument document(InvoiceRow head) {
    String currency = head.gross().currency();
    return sql.first(
            "select d.seller, d.buyer, d.arrears, d.reason_code, d.reason_text, i.number,"
                + " i.issued_on from billing.invoice d left join billing.invoice i"
                + " on i.account_id = d.account_id and i.id = d.corrects_id"
                + " where d.account_id = ? and d.id = ?",
            row ->
                new InvoiceDocument(
                    head,
                    party(row.getString("seller")),
                    party(row.getString("buyer")),
                    lines(head),
                    taxes(head),
                    row.getBigDecimal("arrears") == null
                        ? Money.zero(currency)
                        : Money.of(row.getBigDecimal("arrears"), currency),
                    corrected(head, row)),
            head.accountId(),
            head.id())
        .orElseThrow();
  }

  private static CorrectedInvoice corrected(InvoiceRow head, ResultSet row) throws SQLException {
    return head.isCreditNote()
        ? new CorrectedInvoice(
            head.correctsId(),
            row.getString("number"),
            Database.date(row, "issued_on"),
            CorrectionReason.valueOf(row.getString("reason_code")),
            row.getString("reason_text"))
        : null;
  }

  private static InvoiceLine.Before before(ResultSet row, InvoiceRow invoice) throws SQLException {
    Long line = Database.longOrNull(row, "corrects_line");
    return line == null
        ? null
        : new InvoiceLine.Before(
            line.intValue(),
            Money.of(row.getBigDecimal("net_before"), invoice.gross().currency()),
            row.getBigDecimal("quantity_before"));
  }

  static TaxRow taxRow(ResultSet row, String currency) throws SQLException {
    VatRate rate = Policies.rate(row);
    return new TaxRow(
        rate.percent(),
        rate.label(),
        rate.treatment(),
        rate.reason(),
        Money.of(row.getBigDecimal("net"), currency),
        Money.of(row.getBigDecimal("tax"), currency),
        Money.of(row.getBigDecimal("rounding"), currency));
  }

  private static void add(
      StringBuilder where, List<Object> arguments, String condition, Object value) {
    if (value != null) {
      where.append(condition);
      arguments.add(value);
    }
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  static Party party(String json) {
    try {
      return Json.read(json, Party.class);
    } catch (Json.Malformed e) {
      throw new IllegalStateException("A snapshot on an invoice is unreadable", e);
    }
  }

  private static InvoiceRow row(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    return new InvoiceRow(
        row.getLong("id"),
        DocumentKind.valueOf(row.getString("kind")),
        Database.longOrNull(row, "corrects_id"),
        row.getString("number"),
        row.getLong("account_id"),
        row.getString("account_number"),
        row.getLong("customer_id"),
        row.getString("buyer_name"),
        Database.date(row, "issued_on"),
        Database.date(row, "due_on"),
        Database.date(row, "cycle_start"),
        Database.date(row, "cycle_end"),
        Money.of(row.getBigDecimal("net"), currency),
        Money.of(row.getBigDecimal("tax"), currency),
        Money.of(row.getBigDecimal("gross"), currency),
        row.getString("language"));
  }
}
