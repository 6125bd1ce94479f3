package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.payments.model.ProviderRefund;
import com.asta.payments.rules.ProviderRefundState;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All refunds and chargebacks of electronic payments. */
@ApplicationScoped
class ProviderRefunds {
  private static final String ROW =
      "select r.*, a.number as account_number, a.customer_id, t.external_id as reference"
          + " from payments.provider_refund r"
          + " join payments.financial_account a on a.account_id = r.account_id"
          + " join payments.payment_attempt t on t.id = r.attempt_id";

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Database sql;

  void add(ProviderRefund refund) {
    entities.persist(refund);
    entities.flush();
  }

  /** The refund, to change it; lock its account before. */
  ProviderRefund locked(long id) {
    return entities.find(ProviderRefund.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  long accountOf(long id) {
    return sql.first(
            "select account_id from payments.provider_refund where id = ?",
            row -> row.getLong(1),
            id)
        .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_REFUND, id));
  }

  Optional<ProviderRefundRow> byKey(long paymentId, String requestKey) {
    return rows(" where r.payment_id = ? and r.request_key = ?", paymentId, requestKey).stream()
        .findFirst();
  }

  Optional<ProviderRefundRow> openOf(long paymentId) {
    return rows(" where r.payment_id = ? and r.finished_at is null", paymentId).stream()
        .findFirst();
  }

  /** The refund that a provider means: by our number, by its own, or the only one it can be. */
  Optional<Long> meant(long attemptId, ProviderNotice.Refund told, Money amount) {
    return sql
        .rows(
            "select id from payments.provider_refund where attempt_id = ? and kind = 'REFUND'"
                + " and (external_id = ? or provider_id = ? or (?::text is null"
                + " and provider_id is null and finished_at is null and amount = ?::numeric"
                + " and state <> 'REQUESTED'))"
                + " order by (external_id = ?) desc nulls last, provider_id is null limit 1",
            row -> row.getLong(1),
            attemptId,
            told.externalId(),
            told.refundId(),
            told.externalId(),
            amount == null ? null : amount.amount(),
            told.externalId())
        .stream()
        .findFirst();
  }

  List<Long> due(Instant now, int limit) {
    return sql.rows(
        "select id from payments.provider_refund where next_ask_at <= ?"
            + " order by next_ask_at limit ?",
        row -> row.getLong(1),
        now,
        limit);
  }

  Optional<ProviderRefundRow> row(long id) {
    return rows(" where r.id = ?", id).stream().findFirst();
  }

  List<ProviderRefundRow> ofPayment(long paymentId) {
    return rows(" where r.payment_id = ? order by r.id desc", paymentId);
  }

  /** What a person has to look at: waits for a second person, or is not asked about any more. */
  List<ProviderRefundRow> waiting(int offset, int limit) {
    return rows(
        " where r.finished_at is null and (r.state = 'REQUESTED' or r.next_ask_at is null)"
            + " order by r.id offset ? limit ?",
        offset,
        limit);
  }

  private List<ProviderRefundRow> rows(String where, Object... arguments) {
    return sql.rows(ROW + where, ProviderRefunds::row, arguments);
  }

  private static ProviderRefundRow row(ResultSet row) throws SQLException {
    return new ProviderRefundRow(
        row.getLong("id"),
        ProviderRefund.Kind.valueOf(row.getString("kind")),
        row.getLong("payment_id"),
        row.getLong("attempt_id"),
        row.getString("account_number"),
        row.getLong("customer_id"),
        row.getString("reference"),
        Database.money(row, "amount"),
        row.getString("reason"),
        ProviderRefundState.valueOf(row.getString("state")),
        row.getString("failure"),
        Database.instant(row, "requested_at"),
        row.getString("requested_by"),
        row.getString("decided_by"),
        Database.instant(row, "next_ask_at"),
        Database.instant(row, "finished_at"));
  }
}
