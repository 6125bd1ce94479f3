package com.asta.payments.service;

import com.asta.common.Iban;
import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.payments.model.Refund;
import com.asta.payments.rules.RefundReason;
import com.asta.payments.rules.RefundState;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All refunds with their files. */
@ApplicationScoped
class Refunds {
  private static final String ROW =
      "select r.*, a.number as account_number from payments.refund r"
          + " join payments.financial_account a on a.account_id = r.account_id";

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Database sql;

  /** A payment's part of a refund. */
  record Piece(long paymentId, BigDecimal amount) {}

  void add(Refund refund) {
    entities.persist(refund);
  }

  /** The refund, to change it; lock its account before. */
  Refund locked(long id) {
    Refund found = entities.find(Refund.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      throw new PaymentsRefused(Reason.NO_SUCH_REFUND, id);
    }
    return found;
  }

  Optional<Refund> byKey(String key) {
    return entities
        .createQuery("select r from Refund r where r.requestKey = :key", Refund.class)
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  RefundRow row(long id) {
    return find(id).orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_REFUND, id));
  }

  Optional<RefundRow> find(long id) {
    return sql.first(ROW + " where r.id = ?", Refunds::row, id);
  }

  void add(long refundId, long paymentId, Money piece) {
    sql.update(
        "insert into payments.refund_piece (refund_id, payment_id, amount) values (?, ?, ?)",
        refundId,
        paymentId,
        piece.amount());
  }

  List<Piece> pieces(long refundId) {
    return sql.rows(
        "select payment_id, amount from payments.refund_piece where refund_id = ? order by 1",
        row -> new Piece(row.getLong("payment_id"), row.getBigDecimal("amount")),
        refundId);
  }

  /** What waits for a second person on an account, all or of one payment. */
  BigDecimal waiting(long accountId, Long paymentId, long exceptId) {
    return sql.first(
            "select coalesce(sum(amount), 0) from payments.refund where account_id = ?"
                + " and state = 'REQUESTED' and id <> ?"
                + " and (?::bigint is null or payment_id = ?::bigint)",
            row -> row.getBigDecimal(1),
            accountId,
            exceptId,
            paymentId,
            paymentId)
        .orElse(BigDecimal.ZERO);
  }

  /** What was asked for on an account since then and not declined. */
  BigDecimal askedSince(long accountId, Instant since) {
    return sql.first(
            "select coalesce(sum(amount), 0) from payments.refund where account_id = ?"
                + " and requested_at >= ? and state <> 'DECLINED'",
            row -> row.getBigDecimal(1),
            accountId,
            since)
        .orElse(BigDecimal.ZERO);
  }

  /** Approved refunds, locked until the transaction ends; a file takes each once. */
  List<Long> approved(String currency) {
    return sql.rows(
        "select id from payments.refund where state = 'APPROVED' and currency = ?"
            + " order by id limit 10000 for update",
        row -> row.getLong(1),
        currency);
  }

  List<String> currenciesApproved() {
    return sql.rows(
        "select distinct currency from payments.refund where state = 'APPROVED' order by 1",
        row -> row.getString(1));
  }

  /** Puts refunds into a new batch. */
  RefundBatchRow batch(List<Long> ids, String currency, Instant at, String by) {
    long id =
        sql.first(
                "insert into payments.refund_batch (items, amount, currency, created_at,"
                    + " created_by) select count(*), sum(amount), ?, ?, ? from payments.refund"
                    + " where id = any (?) returning id",
                row -> row.getLong(1),
                currency,
                at,
                by,
                ids)
            .orElseThrow();
    sql.update(
        "update payments.refund set state = 'SUBMITTED', batch_id = ?, version = version + 1"
            + " where id = any (?)",
        id,
        ids);
    return batchOf(id).orElseThrow();
  }

  void written(long batchId, long fileId) {
    sql.update("update payments.refund_batch set file_id = ? where id = ?", fileId, batchId);
  }

  Optional<RefundBatchRow> batchOf(long id) {
    return sql.first("select * from payments.refund_batch where id = ?", Refunds::batchRow, id);
  }

  List<RefundBatchRow> batches(int offset, int limit) {
    return sql.rows(
        "select * from payments.refund_batch order by id desc offset ? limit ?",
        Refunds::batchRow,
        offset,
        limit);
  }

  /** Refunds of a batch that are in its file and not settled yet, in the order of accounts. */
  List<RefundRow> submitted(long batchId) {
    return sql.rows(
        ROW + " where r.batch_id = ? and r.state = 'SUBMITTED' order by r.account_id, r.id",
        Refunds::row,
        batchId);
  }

  /** Newest first; nulls mean any. */
  List<RefundRow> list(RefundState state, Long accountId, int offset, int limit) {
    StringBuilder where = new StringBuilder(" where true");
    List<Object> arguments = new ArrayList<>();
    if (state != null) {
      where.append(" and r.state = ?");
      arguments.add(state);
    }
    if (accountId != null) {
      where.append(" and r.account_id = ?");
      arguments.add(accountId);
    }
    arguments.addAll(List.of(offset, limit));
    return sql.rows(
        ROW + where + " order by r.id desc offset ? limit ?", Refunds::row, arguments.toArray());
  }

  private static RefundBatchRow batchRow(ResultSet row) throws SQLException {
    return new RefundBatchRow(
        row.getLong("id"),
        Database.longOrNull(row, "file_id"),
        row.getInt("items"),
        Database.money(row, "amount"),
        Database.instant(row, "created_at"),
        row.getString("created_by"));
  }

  private static RefundRow row(ResultSet row) throws SQLException {
    return new RefundRow(
        row.getLong("id"),
        row.getLong("account_id"),
        row.getString("account_number"),
        row.getLong("customer_id"),
        Database.longOrNull(row, "payment_id"),
        Database.money(row, "amount"),
        RefundReason.valueOf(row.getString("reason")),
        row.getString("note"),
        row.getString("payee_name"),
        new Iban(row.getString("payee_iban")).masked(),
        RefundState.valueOf(row.getString("state")),
        row.getString("bank_reason"),
        Database.longOrNull(row, "batch_id"),
        Database.instant(row, "requested_at"),
        row.getString("requested_by"),
        Database.instant(row, "decided_at"),
        row.getString("decided_by"));
  }
}
