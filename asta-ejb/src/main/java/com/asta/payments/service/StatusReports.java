package com.asta.payments.service;

import com.asta.common.service.Database;
import com.asta.payments.model.StatementFile;
import com.asta.payments.rules.StatementFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All status reports that were handed in. */
@ApplicationScoped
class StatusReports {
  @Inject private Database sql;

  void arrived(long fileId, String name, Instant at, String by) {
    sql.update(
        "insert into payments.status_report (file_id, name, state, arrived_at, arrived_by)"
            + " values (?, ?, 'WAITING', ?, ?) on conflict do nothing",
        fileId,
        name,
        at,
        by);
  }

  void startedAs(long fileId, long executionId) {
    sql.update(
        "update payments.status_report set execution_id = ? where file_id = ?",
        executionId,
        fileId);
  }

  /** Lets the report be applied unless another of its identification was; the key decides. */
  boolean begin(long fileId, String messageId, String about, int entries) {
    sql.update(
        "update payments.status_report set message_id = ?, about = ?, entries = ?"
            + " where file_id = ?",
        messageId,
        about,
        entries,
        fileId);
    sql.first(
        "select pg_advisory_xact_lock(hashtext('status-report'), hashtext(?))",
        row -> true,
        messageId);
    boolean before =
        sql.first(
                "select 1 from payments.status_report where message_id = ? and file_id <> ?"
                    + " and state in ('IMPORTING', 'DONE')",
                row -> true,
                messageId,
                fileId)
            .isPresent();
    if (!before) {
      sql.update("update payments.status_report set state = 'IMPORTING' where file_id = ?", fileId);
    }
    return !before;
  }

  void refuse(long fileId, StatementFault.Reason reason, String detail, Instant at) {
    sql.update(
        "update payments.status_report set state = 'REFUSED', reason = ?, detail = ?,"
            + " finished_at = ? where file_id = ?",
        reason,
        detail,
        at,
        fileId);
  }

  void count(long fileId, int applied, int repeated, int unknown) {
    sql.update(
        "update payments.status_report set applied = applied + ?, repeated = repeated + ?,"
            + " unknown = unknown + ? where file_id = ?",
        applied,
        repeated,
        unknown,
        fileId);
  }

  void finish(long fileId, Instant at) {
    sql.update(
        "update payments.status_report set state = 'DONE', finished_at = ? where file_id = ?",
        at,
        fileId);
  }

  Optional<StatusReportRow> find(long fileId) {
    return sql.first(
        "select * from payments.status_report where file_id = ?", StatusReports::row, fileId);
  }

  List<StatusReportRow> list(int offset, int limit) {
    return sql.rows(
        "select * from payments.status_report order by arrived_at desc, file_id desc"
            + " offset ? limit ?",
        StatusReports::row,
        offset,
        limit);
  }

  private static StatusReportRow row(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return new StatusReportRow(
        row.getLong("file_id"),
        row.getString("name"),
        StatementFile.State.valueOf(row.getString("state")),
        reason == null ? null : StatementFault.Reason.valueOf(reason),
        row.getString("detail"),
        row.getString("message_id"),
        row.getString("about"),
        Database.longOrNull(row, "execution_id"),
        row.getInt("entries"),
        row.getInt("applied"),
        row.getInt("repeated"),
        row.getInt("unknown"),
        Database.instant(row, "arrived_at"),
        row.getString("arrived_by"),
        Database.instant(row, "finished_at"));
  }
}
