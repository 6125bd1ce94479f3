package com.asta.payments.service;

import com.asta.common.service.Database;
import com.asta.payments.model.Allocation;
import com.asta.payments.model.Payment;
import com.asta.payments.rules.Match;
import com.asta.payments.rules.MatchRule;
import com.asta.payments.rules.PaymentMethod;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All payments with their allocations. */
@ApplicationScoped
class Payments {
  private static final String ROW =
      "select p.*, a.number as account_number from payments.payment p"
          + " left join payments.financial_account a on a.account_id = p.account_id";

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Database sql;

  void add(Payment payment) {
    entities.persist(payment);
  }

  void add(Allocation allocation) {
    entities.persist(allocation);
  }

  /** The payment, to change it; lock its account before. */
  Payment locked(long id) {
    Payment found = entities.find(Payment.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      throw new PaymentsRefused(Reason.NO_SUCH_PAYMENT, id);
    }
    return found;
  }

  Allocation allocation(long id) {
    Allocation found = entities.find(Allocation.class, id);
    if (found == null) {
      throw new PaymentsRefused(Reason.NO_SUCH_ALLOCATION, id);
    }
    return found;
  }

  /** Allocations of a payment that were not undone, in the order they were made. */
  List<Allocation> standing(Payment payment) {
    return entities
        .createQuery(
            "select a from Allocation a where a.accountId = :account and a.paymentId = :payment"
                + " and a.reversesId is null and not exists (select r.id from Allocation r"
                + " where r.accountId = a.accountId and r.reversesId = a.id) order by a.id",
            Allocation.class)
        .setParameter("account", payment.getAccountId() == null ? 0L : payment.getAccountId())
        .setParameter("payment", payment.getId())
        .getResultList();
  }

  /** The account a payment belongs to; 0 if none. */
  long accountOf(long paymentId) {
    return sql.first(
            "select coalesce(account_id, 0) from payments.payment where id = ?",
            row -> row.getLong(1),
            paymentId)
        .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_PAYMENT, paymentId));
  }

  boolean reversed(Allocation allocation) {
    return !entities
        .createQuery("select a.id from Allocation a where a.reversesId = :id", Long.class)
        .setParameter("id", allocation.getId())
        .getResultList()
        .isEmpty();
  }

  Optional<Payment> byReference(String source, String reference) {
    return entities
        .createQuery(
            "select p from Payment p where p.source = :source and p.reference = :reference",
            Payment.class)
        .setParameter("source", source)
        .setParameter("reference", reference)
        .getResultStream()
        .findFirst();
  }

  /** Those of the references that are recorded, by reference. */
  Map<String, PaymentRow> known(String source, Collection<String> references) {
    return sql
        .rows(
            ROW + " where p.source = ? and p.reference = any (?)",
            Payments::row,
            source,
            references)
        .stream()
        .collect(Collectors.toMap(PaymentRow::reference, Function.identity()));
  }

  /** Payments with something left, oldest first; lock the account before. */
  List<Payment> credits(long accountId) {
    return entities
        .createQuery(
            "select p from Payment p where p.accountId = :account and p.unallocated > 0"
                + " order by p.receivedOn, p.id",
            Payment.class)
        .setParameter("account", accountId)
        .getResultList();
  }

  Optional<PaymentRow> row(long id) {
    return sql.first(ROW + " where p.id = ?", Payments::row, id);
  }

  List<PaymentRow> list(PaymentQuery query, int offset, int limit) {
    List<Object> arguments = new ArrayList<>();
    String where = where(query, arguments);
    arguments.add(offset);
    arguments.add(limit);
    return sql.rows(
        ROW + where + " order by p.received_on desc, p.id desc offset ? limit ?",
        Payments::row,
        arguments.toArray());
  }

  /** The payments a person has to look at, oldest first. */
  List<PaymentRow> unmatched(long afterId, int limit) {
    return sql.rows(
        ROW + " where p.account_id is null and p.returned = 0 and p.id > ? order by p.id limit ?",
        Payments::row,
        afterId,
        limit);
  }

  long countUnmatched() {
    return sql.first(
            "select count(*) from payments.payment where account_id is null and returned = 0",
            row -> row.getLong(1))
        .orElse(0L);
  }

  List<AllocationRow> allocations(long paymentId) {
    return sql.rows(
        "select l.id, l.open_item_id, i.number, i.document_id, l.amount, l.currency, l.kind, l.created_at,"
            + " l.created_by, (l.reverses_id is not null or exists (select 1"
            + " from payments.allocation r where r.account_id = l.account_id"
            + " and r.reverses_id = l.id)) as reversed"
            + " from payments.payment p join payments.allocation l"
            + " on l.account_id = p.account_id and l.payment_id = p.id"
            + " join payments.open_item i on i.account_id = l.account_id and i.id = l.open_item_id"
            + " where p.id = ? order by l.id",
        row ->
            new AllocationRow(
                row.getLong("id"),
                row.getLong("open_item_id"),
                row.getString("number"),
                Database.longOrNull(row, "document_id"),
                Database.money(row, "amount"),
                row.getString("kind").equals("WRITE_OFF"),
                row.getBoolean("reversed"),
                Database.instant(row, "created_at"),
                row.getString("created_by")),
        paymentId);
  }

  private static String where(PaymentQuery query, List<Object> arguments) {
    StringBuilder where = new StringBuilder(" where true");
    if (query.text() != null && !query.text().isBlank()) {
      where.append(" and (p.reference ilike ? or p.payer_name ilike ? or p.detail ilike ?)");
      String like = "%" + Database.literal(query.text().strip()) + "%";
      arguments.addAll(List.of(like, like, like));
    }
    if (query.state() != null) {
      where.append(
          switch (query.state()) {
            case UNMATCHED -> " and p.account_id is null and p.returned = 0";
            case RETURNED -> " and p.returned = p.amount";
            case CREDIT -> " and p.account_id is not null and p.unallocated > 0";
            case ALLOCATED -> " and p.unallocated = 0 and p.returned < p.amount";
          });
    }
    and(
        where,
        arguments,
        "p.reference like ?",
        query.reference() == null ? null : Database.literal(query.reference().strip()) + "%");
    and(where, arguments, "p.method = ?", query.method());
    and(where, arguments, "p.received_on >= ?", query.from());
    and(where, arguments, "p.received_on <= ?", query.to());
    if (query.customerId() != null) {
      where.append(
          " and p.account_id = any (array(select a.account_id from payments.financial_account a"
              + " where a.customer_id = ?))");
      arguments.add(query.customerId());
    }
    and(where, arguments, "p.file_id = ?", query.fileId());
    return where.toString();
  }

  private static void and(
      StringBuilder where, List<Object> arguments, String condition, Object value) {
    if (value != null) {
      where.append(" and ").append(condition);
      arguments.add(value);
    }
  }

  private static PaymentRow row(ResultSet row) throws SQLException {
    String rule = row.getString("rule");
    String unmatched = row.getString("unmatched");
    return new PaymentRow(
        row.getLong("id"),
        PaymentMethod.valueOf(row.getString("method")),
        row.getString("source"),
        row.getString("reference"),
        Database.longOrNull(row, "account_id"),
        row.getString("account_number"),
        Database.longOrNull(row, "customer_id"),
        rule == null ? null : MatchRule.valueOf(rule),
        unmatched == null ? null : Match.Reason.valueOf(unmatched),
        Database.money(row, "amount"),
        Database.money(row, "unallocated"),
        row.getBigDecimal("returned").compareTo(row.getBigDecimal("amount")) == 0,
        Database.date(row, "received_on"),
        Database.date(row, "value_on"),
        row.getString("payer_name"),
        row.getString("payer_account"),
        row.getString("credited_to"),
        row.getString("detail"),
        Database.longOrNull(row, "file_id"),
        Database.instant(row, "created_at"),
        row.getString("created_by"));
  }
}
