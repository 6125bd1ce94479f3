package com.asta.billing.service;

import com.asta.billing.rules.CorrectionReason;
import com.asta.billing.rules.LineChange;
import com.asta.billing.rules.LineLeft;
import com.asta.billing.rules.TaxLine;
import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.common.service.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people wish to correct, and what is left of the invoices they corrected. */
@ApplicationScoped
class Corrections {
  private static final String HEAD =
      "select c.*, i.number as invoice_number, i.buyer_name, n.number as note_number"
          + " from billing.correction c"
          + " join billing.invoice i on i.account_id = c.account_id and i.id = c.invoice_id"
          + " left join billing.invoice n on n.account_id = c.account_id"
          + " and n.id = c.credit_note_id";

  /** What the credit notes so far took from a line. */
  private record Taken(int line, BigDecimal net, BigDecimal quantity) {}

  private record TakenTax(String label, BigDecimal net, BigDecimal tax, BigDecimal rounding) {}

  @Inject private Database sql;
  @Inject private Invoices invoices;
  @Inject private Clock clock;

  /** One at a time corrects an invoice. */
  void lock(long invoiceId) {
    sql.rows(
        "select id from billing.invoice where id = ? for update", row -> row.getLong(1), invoiceId);
  }

  boolean isDraft(long billId) {
    return sql.first(
            "select 1 from billing.bill b where b.id = ? and not " + Bills.FINAL,
            row -> true,
            billId)
        .isPresent();
  }

  Correctable correctable(InvoiceRow head) {
    InvoiceDocument invoice = invoices.document(head);
    return new Correctable(invoice, lines(invoice), taxes(invoice), ofInvoice(head));
  }

  List<CorrectionRow> ofInvoice(InvoiceRow invoice) {
    return sql.rows(
        HEAD + " where c.account_id = ? and c.invoice_id = ? order by c.id desc",
        Corrections::row,
        invoice.accountId(),
        invoice.id());
  }

  List<CorrectionRow> waiting(int offset, int limit) {
    return sql.rows(
        HEAD + " where c.status = 'PROPOSED' order by c.entered_at, c.id offset ? limit ?",
        Corrections::row,
        offset,
        limit);
  }

  Optional<CorrectionRow> row(long id) {
    return sql.first(HEAD + " where c.id = ?", Corrections::row, id);
  }

  Optional<CorrectionRow> byKey(String requestKey) {
    return sql.first(HEAD + " where c.request_key = ?", Corrections::row, requestKey);
  }

  /** The lines of a wish; null for the whole invoice. */
  List<LineChange> changes(long id) {
    return sql.first(
            "select coalesce(changes::text, '') from billing.correction where id = ?",
            row -> row.getString(1),
            id)
        .filter(json -> !json.isEmpty())
        .map(Corrections::changes)
        .orElse(null);
  }

  long propose(InvoiceRow invoice, NewCorrection wish, Money gross, String by) {
    return sql.first(
            "insert into billing.correction (account_id, invoice_id, request_key, reason_code,"
                + " reason_text, changes, gross, currency, status, entered_by, entered_at)"
                + " values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, 'PROPOSED', ?, ?) returning id",
            row -> row.getLong(1),
            invoice.accountId(),
            invoice.id(),
            wish.requestKey(),
            wish.reason(),
            wish.text().strip(),
            wish.isWhole() ? null : Json.write(wish.changes()),
            gross.amount(),
            gross.currency(),
            by,
            clock.instant())
        .orElseThrow();
  }

  void issued(long id, long creditNoteId, String by, Instant at) {
    sql.update(
        "update billing.correction set status = 'ISSUED', credit_note_id = ?, decided_by = ?,"
            + " decided_at = ? where id = ?",
        creditNoteId,
        by,
        at,
        id);
  }

  void reject(long id, String by, Instant at) {
    sql.update(
        "update billing.correction set status = 'REJECTED', decided_by = ?, decided_at = ?"
            + " where id = ?",
        by,
        at,
        id);
  }

  private List<LineLeft> lines(InvoiceDocument invoice) {
    Map<Integer, Taken> taken = new HashMap<>();
    sql.rows(
            "select l.corrects_line, sum(l.net) as net, sum(l.quantity) as quantity"
                + " from billing.invoice_line l join billing.invoice n"
                + " on n.account_id = l.account_id and n.id = l.invoice_id"
                + " where n.account_id = ? and n.corrects_id = ? group by l.corrects_line",
            row ->
                new Taken(
                    row.getInt("corrects_line"),
                    row.getBigDecimal("net"),
                    row.getBigDecimal("quantity")),
            invoice.head().accountId(),
            invoice.head().id())
        .forEach(each -> taken.put(each.line(), each));
    return invoice.lines().stream().map(line -> left(line, taken.get(line.line()))).toList();
  }

  private static LineLeft left(InvoiceLine line, Taken taken) {
    if (taken == null) {
      return new LineLeft(line.line(), line.vatLabel(), line.net(), line.quantity());
    }
    Money net = line.net().plus(Money.of(taken.net(), line.net().currency()));
    BigDecimal quantity =
        line.quantity() == null || taken.quantity() == null
            ? line.quantity()
            : line.quantity().add(taken.quantity());
    return new LineLeft(line.line(), line.vatLabel(), net, quantity);
  }

  private List<TaxLine> taxes(InvoiceDocument invoice) {
    Map<String, TakenTax> taken = new HashMap<>();
    sql.rows(
            "select t.label, sum(t.net) as net, sum(t.tax) as tax, sum(t.rounding) as rounding"
                + " from billing.invoice_tax t join billing.invoice n"
                + " on n.account_id = t.account_id and n.id = t.invoice_id"
                + " where n.account_id = ? and n.corrects_id = ? group by t.label",
            row ->
                new TakenTax(
                    row.getString("label"),
                    row.getBigDecimal("net"),
                    row.getBigDecimal("tax"),
                    row.getBigDecimal("rounding")),
            invoice.head().accountId(),
            invoice.head().id())
        .forEach(each -> taken.put(each.label(), each));
    return invoice.taxes().stream().map(tax -> left(tax.toLine(), taken.get(tax.label()))).toList();
  }

  private static TaxLine left(TaxLine tax, TakenTax taken) {
    if (taken == null) {
      return tax;
    }
    String currency = tax.net().currency();
    return new TaxLine(
        tax.rate(),
        tax.net().plus(Money.of(taken.net(), currency)),
        tax.tax().plus(Money.of(taken.tax(), currency)),
        tax.rounding().plus(Money.of(taken.rounding(), currency)));
  }

  private static List<LineChange> changes(String json) {
    try {
      return List.of(Json.read(json, LineChange[].class));
    } catch (Json.Malformed e) {
      throw new IllegalStateException("The lines of a correction are unreadable", e);
    }
  }

  private static CorrectionRow row(ResultSet row) throws SQLException {
    return new CorrectionRow(
        row.getLong("id"),
        row.getLong("account_id"),
        row.getLong("invoice_id"),
        row.getString("invoice_number"),
        row.getString("buyer_name"),
        CorrectionReason.valueOf(row.getString("reason_code")),
        row.getString("reason_text"),
        Money.of(row.getBigDecimal("gross"), row.getString("currency")),
        CorrectionRow.Status.valueOf(row.getString("status")),
        row.getString("entered_by"),
        Database.instant(row, "entered_at"),
        row.getString("decided_by"),
        Database.instant(row, "decided_at"),
        Database.longOrNull(row, "credit_note_id"),
        row.getString("note_number"));
  }
}
