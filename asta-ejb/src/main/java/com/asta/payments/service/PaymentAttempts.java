package com.asta.payments.service;

import com.asta.common.service.Database;
import com.asta.payments.model.PaymentAttempt;
import com.asta.payments.rules.AttemptState;
import com.asta.payments.rules.PayChannel;
import com.asta.payments.rules.PaymentMethod;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All attempts to pay through a provider. */
@ApplicationScoped
class PaymentAttempts {
  private static final String ROW =
      "select t.*, a.number as account_number from payments.payment_attempt t"
          + " join payments.financial_account a on a.account_id = t.account_id";

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Database sql;

  /** Adds an attempt; it has its id afterwards, and the database has refused a second open one. */
  void add(PaymentAttempt attempt) {
    entities.persist(attempt);
    entities.flush();
  }

  /** The attempt, to change it; lock its account before. */
  PaymentAttempt locked(long id) {
    PaymentAttempt found = entities.find(PaymentAttempt.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      throw new PaymentsRefused(Reason.NO_SUCH_ATTEMPT, id);
    }
    return found;
  }

  Optional<PaymentAttempt> byKey(long accountId, String requestKey) {
    return entities
        .createQuery(
            "select t from PaymentAttempt t where t.accountId = :account and t.requestKey = :key",
            PaymentAttempt.class)
        .setParameter("account", accountId)
        .setParameter("key", requestKey)
        .getResultStream()
        .findFirst();
  }

  /** The account of an attempt. */
  long accountOf(long id) {
    return sql.first(
            "select account_id from payments.payment_attempt where id = ?",
            row -> row.getLong(1),
            id)
        .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_ATTEMPT, id));
  }

  Optional<Long> byExternalId(String gateway, String externalId) {
    return sql.first(
        "select id from payments.payment_attempt where gateway = ? and external_id = ?",
        row -> row.getLong(1),
        gateway,
        externalId);
  }

  /** The attempt of an account that is not final. */
  Optional<AttemptRow> openOf(long accountId) {
    return sql.first(
        ROW + " where t.account_id = ? and t.finished_at is null", PaymentAttempts::row, accountId);
  }

  /** The attempt that became a payment. */
  Optional<AttemptRow> ofPayment(long paymentId) {
    return sql.first(ROW + " where t.payment_id = ?", PaymentAttempts::row, paymentId);
  }

  /** Attempts whose provider is to be asked by now, the longest waiting first. */
  List<Long> due(Instant now, int limit) {
    return sql.rows(
        "select id from payments.payment_attempt where next_ask_at <= ?"
            + " order by next_ask_at limit ?",
        row -> row.getLong(1),
        now,
        limit);
  }

  Optional<AttemptRow> row(long id) {
    return sql.first(ROW + " where t.id = ?", PaymentAttempts::row, id);
  }

  List<AttemptRow> list(AttemptQuery query, int offset, int limit) {
    List<Object> arguments = new ArrayList<>();
    StringBuilder where = new StringBuilder(" where true");
    if (query.show() != null) {
      where.append(
          switch (query.show()) {
            case OPEN -> " and t.finished_at is null";
            case UNCLEAR ->
                " and t.finished_at is null and (t.state = 'UNKNOWN' or t.next_ask_at is null)";
            case FAILED -> " and t.state in ('REJECTED', 'CANCELLED')";
            case COMPLETED -> " and t.state = 'COMPLETED'";
          });
    }
    if (query.customerId() != null) {
      where.append(" and t.customer_id = ?");
      arguments.add(query.customerId());
    }
    arguments.add(offset);
    arguments.add(limit);
    return sql.rows(
        ROW + where + " order by t.started_at desc, t.id desc offset ? limit ?",
        PaymentAttempts::row,
        arguments.toArray());
  }

  private static AttemptRow row(ResultSet row) throws SQLException {
    String method = row.getString("method");
    return new AttemptRow(
        row.getLong("id"),
        row.getLong("account_id"),
        row.getString("account_number"),
        row.getLong("customer_id"),
        row.getString("gateway"),
        row.getString("external_id"),
        row.getString("provider_id"),
        PayChannel.valueOf(row.getString("channel")),
        method == null ? null : PaymentMethod.valueOf(method),
        Database.money(row, "amount"),
        AttemptState.valueOf(row.getString("state")),
        row.getString("failure"),
        row.getString("page_url"),
        Database.longOrNull(row, "payment_id"),
        row.getBoolean("auto_pay"),
        row.getInt("asked"),
        Database.instant(row, "next_ask_at"),
        Database.instant(row, "started_at"),
        row.getString("started_by"),
        Database.instant(row, "finished_at"));
  }
}
