package com.asta.billing.service;

import com.asta.billing.rules.BillDelivery;
import com.asta.billing.rules.DeliveryPlan.Detour;
import com.asta.common.AccountRange;
import com.asta.common.Money;
import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The tries to bring documents to their payers. */
@ApplicationScoped
class Deliveries {
  private static final String WAITS =
      "from billing.bill_run_account r where r.run_id = ? and r.status = 'DRAFTED'"
          + " and not exists (select 1 from billing.delivery d where d.account_id = r.account_id"
          + " and d.invoice_id = r.bill_id)";
  private static final String ROW =
      "select d.*, i.number, i.buyer_name, i.customer_id, m.status as mail_status, m.last_error,"
          + " m.sent_at from billing.delivery d join billing.invoice i"
          + " on i.account_id = d.account_id and i.id = d.invoice_id"
          + " left join common.mail m on m.unique_key = d.mail_key";

  @Inject private Database sql;

  /** An invoice on its way. */
  record Parcel(
      long accountId,
      long invoiceId,
      String number,
      long customerId,
      LocalDate dueOn,
      Money gross,
      String language,
      BillDelivery wanted) {}

  /** One try, to be written. */
  record Attempt(
      Parcel parcel, int attempt, BillDelivery channel, String recipient, Detour detour) {
    String mailKey() {
      return channel == BillDelivery.EMAIL ? InvoiceMails.key(parcel.invoiceId(), attempt) : null;
    }
  }

  /** The next accounts of a range whose invoice was not delivered yet. */
  List<Long> waiting(long runId, AccountRange range, int limit) {
    return sql.rows(
        "select r.account_id "
            + WAITS
            + " and r.account_id > ? and r.account_id <= ? order by r.account_id limit ?",
        row -> row.getLong(1),
        runId,
        range.after(),
        range.last(),
        limit);
  }

  long waiting(long runId) {
    return sql.first("select count(*) " + WAITS, row -> row.getLong(1), runId).orElseThrow();
  }

  /** The invoices of a run's accounts. */
  List<Parcel> parcels(long runId, Collection<Long> accountIds) {
    return sql.rows(
        "select i.account_id, i.id, i.number, i.customer_id, i.due_on, i.gross, i.currency,"
            + " i.language, a.delivery from billing.bill_run_account r join billing.invoice i"
            + " on i.account_id = r.account_id and i.id = r.bill_id"
            + " join billing.billing_account a on a.account_id = i.account_id"
            + " where r.account_id = any (?) and r.run_id = ? order by i.account_id",
        Deliveries::parcel,
        accountIds,
        runId);
  }

  Optional<Parcel> parcel(long invoiceId) {
    return sql.first(
        "select i.account_id, i.id, i.number, i.customer_id, i.due_on, i.gross, i.currency,"
            + " i.language, a.delivery from billing.invoice i"
            + " join billing.billing_account a on a.account_id = i.account_id where i.id = ?",
        Deliveries::parcel,
        invoiceId);
  }

  int latestAttempt(Parcel parcel) {
    return sql.first(
            "select coalesce(max(attempt), 0) from billing.delivery"
                + " where account_id = ? and invoice_id = ?",
            row -> row.getInt(1),
            parcel.accountId(),
            parcel.invoiceId())
        .orElseThrow();
  }

  /** Writes the tries that nobody else has written; returns the mail keys of those. */
  Set<String> add(Long runId, List<Attempt> attempts, Instant at, String by) {
    return new HashSet<>(
        sql.rows(
            "insert into billing.delivery (account_id, invoice_id, attempt, run_id, channel,"
                + " recipient, language, mail_key, detour, delivered_at, delivered_by)"
                + " select d.account_id, d.invoice_id, d.attempt, ?::bigint, d.channel,"
                + " d.recipient, d.language, d.mail_key, d.detour, ?, ?"
                + " from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],"
                + " ?::text[]) d (account_id, invoice_id, attempt,"
                + " channel, recipient, language, mail_key, detour)"
                + " on conflict (account_id, invoice_id, attempt) do nothing returning mail_key",
            row -> row.getString(1),
            runId,
            at,
            by,
            attempts.stream().map(each -> each.parcel().accountId()).toList(),
            attempts.stream().map(each -> each.parcel().invoiceId()).toList(),
            attempts.stream().map(each -> Long.valueOf(each.attempt())).toList(),
            texts(attempts, each -> each.channel().name()),
            texts(attempts, Attempt::recipient),
            texts(attempts, each -> each.parcel().language()),
            texts(attempts, Attempt::mailKey),
            texts(attempts, each -> each.detour() == null ? null : each.detour().name())));
  }

  private static String[] texts(List<Attempt> attempts, Function<Attempt, String> text) {
    return attempts.stream().map(text).toArray(String[]::new);
  }

  /** Every try of a document, newest first. */
  List<DeliveryRow> ofInvoice(long invoiceId) {
    return sql.rows(ROW + " where i.id = ? order by d.attempt desc", Deliveries::row, invoiceId);
  }

  /** Mails of a run that did not arrive, or perhaps did not. */
  List<DeliveryRow> troubled(long runId, int offset, int limit) {
    return sql.rows(
        ROW
            + " where d.run_id = ? and d.channel = 'EMAIL' and m.status in ('FAILED', 'UNCERTAIN')"
            + " order by d.account_id offset ? limit ?",
        Deliveries::row,
        runId,
        offset,
        limit);
  }

  /** How many documents of a run took which way. */
  List<DeliveryCount> counts(long runId) {
    return sql.rows(
        "select d.channel, count(*) as documents, count(*) filter (where d.detour is not null)"
            + " as detours, count(*) filter (where m.status = 'SENT') as sent,"
            + " count(*) filter (where m.status in ('FAILED', 'UNCERTAIN')) as troubled"
            + " from billing.delivery d left join common.mail m on m.unique_key = d.mail_key"
            + " where d.run_id = ? group by d.channel order by d.channel",
        row ->
            new DeliveryCount(
                BillDelivery.valueOf(row.getString("channel")),
                row.getLong("documents"),
                row.getLong("detours"),
                row.getLong("sent"),
                row.getLong("troubled")),
        runId);
  }

  /** The documents of a run that are printed, in the order of postal codes; ids and languages. */
  List<Printed> printed(long runId) {
    List<Printed> printed = new ArrayList<>();
    sql.rows(
        "select i.id, i.number, d.language, i.buyer from billing.delivery d join billing.invoice i"
            + " on i.account_id = d.account_id and i.id = d.invoice_id"
            + " where d.run_id = ? and d.channel = 'PAPER'"
            + " order by i.buyer::json ->> 'country', i.buyer::json ->> 'postalCode', i.number",
        row ->
            printed.add(
                new Printed(
                    row.getLong("id"),
                    row.getString("number"),
                    row.getString("language"),
                    Invoices.party(row.getString("buyer")))),
        runId);
    return printed;
  }

  /** A document to be printed. */
  record Printed(long invoiceId, String number, String language, Party buyer) {}

  private static Parcel parcel(ResultSet row) throws SQLException {
    return new Parcel(
        row.getLong("account_id"),
        row.getLong("id"),
        row.getString("number"),
        row.getLong("customer_id"),
        Database.date(row, "due_on"),
        Money.of(row.getBigDecimal("gross"), row.getString("currency")),
        row.getString("language"),
        BillDelivery.valueOf(row.getString("delivery")));
  }

  private static DeliveryRow row(ResultSet row) throws SQLException {
    String detour = row.getString("detour");
    return new DeliveryRow(
        row.getLong("invoice_id"),
        row.getString("number"),
        row.getLong("customer_id"),
        row.getString("buyer_name"),
        row.getInt("attempt"),
        BillDelivery.valueOf(row.getString("channel")),
        row.getString("recipient"),
        detour == null ? null : Detour.valueOf(detour),
        Database.instant(row, "delivered_at"),
        row.getString("delivered_by"),
        row.getString("mail_status"),
        row.getString("last_error"),
        Database.instant(row, "sent_at"));
  }
}
