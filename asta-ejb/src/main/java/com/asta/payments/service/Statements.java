package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.payments.model.BankStatement;
import com.asta.payments.model.StatementFile;
import com.asta.payments.rules.StatementFault;
import com.asta.payments.rules.StatementFormat;
import com.asta.payments.rules.StatementHeader;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All bank statements and the files they came in. */
@ApplicationScoped
class Statements {
  private static final String FILE =
      "select f.*, (select count(*) from payments.payment p where p.file_id = f.file_id"
          + " and p.account_id is not null) as matched,"
          + " (select count(*) from payments.payment p where p.file_id = f.file_id"
          + " and p.account_id is null and p.returned = 0) as unmatched from payments.statement_file f";

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Database sql;

  void arrived(long fileId, String name, Instant at, String by) {
    sql.update(
        "insert into payments.statement_file (file_id, name, state, arrived_at, arrived_by)"
            + " values (?, ?, ?, ?, ?) on conflict do nothing",
        fileId,
        name,
        StatementFile.State.WAITING,
        at,
        by);
  }

  void recognised(long fileId, StatementFormat format, String charset, Long mappingId) {
    sql.update(
        "update payments.statement_file set format = ?, charset = ?, mapping_id = ?::bigint"
            + " where file_id = ?",
        format,
        charset,
        mappingId,
        fileId);
  }

  void duplicates(long fileId, int more) {
    if (more > 0) {
      sql.update(
          "update payments.statement_file set duplicates = duplicates + ? where file_id = ?",
          more,
          fileId);
    }
  }

  void add(BankStatement statement) {
    entities.persist(statement);
  }

  StatementFile file(long fileId) {
    StatementFile found = entities.find(StatementFile.class, fileId);
    if (found == null) {
      throw new PaymentsRefused(Reason.NO_SUCH_FILE, fileId);
    }
    return found;
  }

  /** As what a file was recognised. */
  record Recognised(StatementFormat format, Charset charset, Long mappingId) {}

  /** As what a file was recognised; empty if it is not there or was not. */
  Optional<Recognised> recognised(long fileId) {
    return sql.first(
        "select format, charset, mapping_id from payments.statement_file where file_id = ?"
            + " and format is not null",
        row ->
            new Recognised(
                StatementFormat.valueOf(row.getString("format")),
                Charset.forName(row.getString("charset")),
                Database.longOrNull(row, "mapping_id")),
        fileId);
  }

  /** How many entries a checked file has. */
  int entries(long fileId) {
    return (int)
        sql.number("select entries from payments.statement_file where file_id = ?", fileId);
  }

  /** The format a file was recognised by. */
  StatementFormat format(long fileId) {
    return sql.first(
            "select format from payments.statement_file where file_id = ?",
            row -> StatementFormat.valueOf(row.getString(1)),
            fileId)
        .orElseThrow();
  }

  /** Beside the job, which changes the same row meanwhile: so without its version. */
  void startedAs(long fileId, long executionId) {
    sql.update(
        "update payments.statement_file set execution_id = ? where file_id = ?",
        executionId,
        fileId);
  }

  /** The file that brought this statement before, if one did. */
  Optional<Long> broughtBy(StatementHeader header) {
    return sql.first(
        "select file_id from payments.bank_statement where own_account = ? and statement_id = ?",
        row -> row.getLong(1),
        header.account(),
        header.statementId());
  }

  /** Ids of the statements of a file, by own account and the bank's identification. */
  Map<List<String>, Long> idsOf(long fileId) {
    return sql
        .rows(
            "select id, own_account, statement_id from payments.bank_statement where file_id = ?",
            row ->
                Map.entry(
                    List.of(row.getString("own_account"), row.getString("statement_id")),
                    row.getLong("id")),
            fileId)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  List<StatementFileRow> files(int offset, int limit) {
    return sql.rows(
        FILE + " order by f.arrived_at desc, f.file_id desc offset ? limit ?",
        Statements::fileRow,
        offset,
        limit);
  }

  Optional<StatementFileRow> fileRow(long fileId) {
    return sql.first(FILE + " where f.file_id = ?", Statements::fileRow, fileId);
  }

  List<StatementRow> statementsOf(long fileId) {
    return statements(" where file_id = ? order by id", fileId);
  }

  /** The newest statement of an own account. */
  Optional<StatementRow> last(String account) {
    return statements(
            " where own_account = ? and closing is not null order by day desc nulls last, id desc"
                + " limit 1",
            account)
        .stream()
        .findFirst();
  }

  private List<StatementRow> statements(String where, Object argument) {
    return sql.rows(
        "select * from payments.bank_statement" + where,
        row ->
            new StatementRow(
                row.getLong("id"),
                row.getString("own_account"),
                row.getString("statement_id"),
                Database.date(row, "day"),
                balance(row, "opening"),
                balance(row, "closing")),
        argument);
  }

  private static Money balance(ResultSet row, String column) throws SQLException {
    return row.getBigDecimal(column) == null ? null : Database.money(row, column);
  }

  private static StatementFileRow fileRow(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    String format = row.getString("format");
    return new StatementFileRow(
        row.getLong("file_id"),
        row.getString("name"),
        StatementFile.State.valueOf(row.getString("state")),
        reason == null ? null : StatementFault.Reason.valueOf(reason),
        row.getString("detail"),
        format == null ? null : StatementFormat.valueOf(format),
        row.getString("charset"),
        Database.longOrNull(row, "mapping_id"),
        Database.longOrNull(row, "execution_id"),
        row.getInt("entries"),
        row.getInt("duplicates"),
        row.getLong("matched"),
        row.getLong("unmatched"),
        Database.instant(row, "arrived_at"),
        row.getString("arrived_by"),
        Database.instant(row, "finished_at"));
  }
}
