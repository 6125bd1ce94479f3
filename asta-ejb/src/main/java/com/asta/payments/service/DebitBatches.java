package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.payments.rules.MandateScheme;
import com.asta.payments.rules.SequenceType;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All batches of direct debits with the groups of their files. */
@ApplicationScoped
class DebitBatches {
  private static final String ROW =
      "select b.*, c.* from payments.debit_batch b cross join lateral (select count(*) as items,"
          + " sum(amount) as amount, min(currency) as currency,"
          + " count(distinct currency) as currencies,"
          + " count(*) filter (where c.state = 'COLLECTED') as collected,"
          + " count(*) filter (where c.state in ('REJECTED', 'RETURNED')) as failed"
          + " from payments.collection c where c.batch_id = b.id) c";

  @Inject private Database sql;

  /** Opens a batch unless one is being gathered; the key decides when two people try. */
  Optional<Long> open(LocalDate asOf, Instant at, String by) {
    return sql.first(
        "insert into payments.debit_batch (as_of, state, created_at, created_by)"
            + " values (?, 'GATHERING', ?, ?) on conflict do nothing returning id",
        row -> row.getLong(1),
        asOf,
        at,
        by);
  }

  Optional<DebitBatchRow> gathering() {
    return sql.first(ROW + " where b.state = 'GATHERING'", DebitBatches::row);
  }

  void startedAs(long id, long executionId) {
    sql.update("update payments.debit_batch set execution_id = ? where id = ?", executionId, id);
  }

  DebitBatchRow batch(long id) {
    return sql.first(ROW + " where b.id = ?", DebitBatches::row, id)
        .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_BATCH, id));
  }

  /** The batch, to change it. */
  DebitBatchRow locked(long id) {
    sql.first("select 1 from payments.debit_batch where id = ? for update", row -> true, id);
    return batch(id);
  }

  List<DebitBatchRow> list(int offset, int limit) {
    return sql.rows(ROW + " order by b.id desc offset ? limit ?", DebitBatches::row, offset, limit);
  }

  /** Makes the groups of a batch's pending collections, once. */
  void group(long batchId) {
    sql.update(
        "insert into payments.debit_group"
            + " (batch_id, scheme, sequence_type, collection_on, currency, items, amount)"
            + " select c.batch_id, m.scheme, c.sequence_type, c.collection_on, c.currency,"
            + " count(*), sum(c.amount) from payments.collection c"
            + " join payments.mandate m on m.id = c.mandate_id"
            + " where c.batch_id = ? and c.state = 'PENDING' group by 1, 2, 3, 4, 5"
            + " order by 4, 2, 3, 5 on conflict do nothing",
        batchId);
    sql.update(
        "update payments.collection c set group_id = g.id from payments.debit_group g,"
            + " payments.mandate m where c.batch_id = ? and c.state = 'PENDING'"
            + " and g.batch_id = c.batch_id and m.id = c.mandate_id and g.scheme = m.scheme"
            + " and g.sequence_type = c.sequence_type and g.collection_on = c.collection_on"
            + " and g.currency = c.currency",
        batchId);
  }

  /** The collections of a batch are in its file. */
  void submitted(long batchId, long fileId, Instant at) {
    sql.update(
        "update payments.mandate m set used_on = greatest(m.used_on, c.day) from (select"
            + " mandate_id, max(collection_on) as day from payments.collection"
            + " where batch_id = ? and state = 'PENDING' group by 1) c where m.id = c.mandate_id",
        batchId);
    sql.update(
        "update payments.collection set state = 'SUBMITTED', changed_at = ?"
            + " where batch_id = ? and state = 'PENDING'",
        at,
        batchId);
    sql.update(
        "update payments.debit_batch set state = 'SUBMITTED', file_id = ?, finished_at = ?"
            + " where id = ?",
        fileId,
        at,
        batchId);
  }

  void taken(long batchId, Instant at, String by) {
    sql.update(
        "update payments.debit_batch set taken_at = ?, taken_by = ? where id = ?", at, by, batchId);
  }

  void cancelAsked(long batchId, String reason, Instant at, String by) {
    sql.update(
        "update payments.debit_batch set cancel_reason = ?, cancel_asked_at = ?,"
            + " cancel_asked_by = ? where id = ?",
        reason,
        at,
        by,
        batchId);
  }

  void cancelDropped(long batchId) {
    sql.update(
        "update payments.debit_batch set cancel_reason = null, cancel_asked_at = null,"
            + " cancel_asked_by = null where id = ?",
        batchId);
  }

  /** Takes a batch back with its collections; a mandate is as unused as it was before them. */
  void cancel(long batchId, Instant at, String by) {
    sql.update(
        "update payments.collection set state = 'CANCELLED', reason = '', retry_on = null,"
            + " changed_at = ? where batch_id = ?",
        at,
        batchId);
    sql.update(
        "update payments.mandate m set used_on = (select max(c.collection_on)"
            + " from payments.collection c where c.mandate_id = m.id and c.group_id is not null"
            + " and c.state <> 'CANCELLED') where id in (select mandate_id"
            + " from payments.collection where batch_id = ?)",
        batchId);
    sql.update(
        "update payments.debit_batch set state = 'CANCELLED', cancelled_at = ?, cancelled_by = ?"
            + " where id = ?",
        at,
        by,
        batchId);
  }

  /** True if the group's batch was taken back. */
  boolean isCancelled(long groupId) {
    return sql.first(
            "select 1 from payments.debit_group g join payments.debit_batch b on b.id = g.batch_id"
                + " where g.id = ? and b.state = 'CANCELLED'",
            row -> true,
            groupId)
        .orElse(false);
  }

  void empty(long batchId, Instant at) {
    sql.update(
        "update payments.debit_batch set state = 'EMPTY', finished_at = ? where id = ?",
        at,
        batchId);
  }

  List<DebitGroupRow> groups(long batchId) {
    return sql.rows(
        "select * from payments.debit_group where batch_id = ? order by id",
        DebitBatches::group,
        batchId);
  }

  List<DebitGroupRow> groupsOf(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.rows(
            "select * from payments.debit_group where id = any (?) order by id",
            DebitBatches::group,
            ids);
  }

  /** The group, until the transaction ends; lock it before the accounts of its collections. */
  DebitGroupRow lockedGroup(long id) {
    return sql.first(
            "select * from payments.debit_group where id = ? for update", DebitBatches::group, id)
        .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_BATCH, id));
  }

  void credit(long groupId, BigDecimal amount) {
    sql.update(
        "update payments.debit_group set credited = credited + ? where id = ?", amount, groupId);
  }

  void settle(long groupId, BigDecimal amount) {
    sql.update(
        "update payments.debit_group set settled = settled + ? where id = ?", amount, groupId);
  }

  private static DebitGroupRow group(ResultSet row) throws SQLException {
    return new DebitGroupRow(
        row.getLong("id"),
        row.getLong("batch_id"),
        MandateScheme.valueOf(row.getString("scheme")),
        SequenceType.valueOf(row.getString("sequence_type")),
        Database.date(row, "collection_on"),
        row.getInt("items"),
        Database.money(row, "amount"),
        Database.money(row, "credited"),
        Database.money(row, "settled"));
  }

  private static DebitBatchRow row(ResultSet row) throws SQLException {
    return new DebitBatchRow(
        row.getLong("id"),
        Database.date(row, "as_of"),
        DebitBatchRow.State.valueOf(row.getString("state")),
        Database.longOrNull(row, "execution_id"),
        Database.longOrNull(row, "file_id"),
        Database.instant(row, "created_at"),
        row.getString("created_by"),
        Database.instant(row, "finished_at"),
        row.getLong("items"),
        row.getInt("currencies") == 1
            ? Money.of(row.getBigDecimal("amount"), row.getString("currency"))
            : null,
        row.getLong("collected"),
        row.getLong("failed"),
        Database.instant(row, "taken_at"),
        row.getString("taken_by"),
        new DebitBatchRow.Cancellation(
            row.getString("cancel_reason"),
            Database.instant(row, "cancel_asked_at"),
            row.getString("cancel_asked_by"),
            Database.instant(row, "cancelled_at"),
            row.getString("cancelled_by")));
  }
}
