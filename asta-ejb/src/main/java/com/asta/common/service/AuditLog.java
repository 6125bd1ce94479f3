package com.asta.common.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** Who did what to which record, written in the transaction that does it. */
@ApplicationScoped
public class AuditLog {
  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private CurrentUser user;

  /**
   * Records one change; call it from a service, in its transaction.
   *
   * @param subjectType the entity's name, such as {@code Customer}
   * @param field what changed; null if the action says it all
   */
  public void record(
      String subjectType,
      long subjectId,
      String action,
      String field,
      String oldValue,
      String newValue) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into common.audit_entry"
                    + " (subject_type, subject_id, action, field, old_value, new_value, actor)"
                    + " values (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, subjectType);
      insert.setLong(2, subjectId);
      insert.setString(3, action);
      insert.setString(4, field);
      insert.setString(5, oldValue);
      insert.setString(6, newValue);
      insert.setString(7, user.name());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Audit of " + subjectType + " " + subjectId + " failed", e);
    }
  }

  /** As {@link #record} with the action {@code changed}; nothing if old and new are equal. */
  public void change(
      String subjectType, long subjectId, String field, String oldValue, String newValue) {
    if (!Objects.equals(oldValue, newValue)) {
      record(subjectType, subjectId, "changed", field, oldValue, newValue);
    }
  }

  /** A change of one record; its parts are those of {@link #record}. */
  public record Change(long subjectId, String oldValue, String newValue) {}

  /** As {@link #record}, one action on many records by one statement. */
  public void recordAll(String subjectType, String action, String field, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into common.audit_entry"
                    + " (subject_type, subject_id, action, field, old_value, new_value, actor)"
                    + " select ?, id, ?, ?, o, n, ? from unnest(?, ?, ?) as c (id, o, n)")) {
      insert.setString(1, subjectType);
      insert.setString(2, action);
      insert.setString(3, field);
      insert.setString(4, user.name());
      insert.setArray(
          5, connection.createArrayOf("bigint", changes.stream().map(Change::subjectId).toArray()));
      insert.setArray(
          6, connection.createArrayOf("text", changes.stream().map(Change::oldValue).toArray()));
      insert.setArray(
          7, connection.createArrayOf("text", changes.stream().map(Change::newValue).toArray()));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Audit of " + changes.size() + " " + subjectType, e);
    }
  }

  /** The newest entries of one record, newest first. */
  public List<AuditRow> history(String subjectType, long subjectId, int limit) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select at, actor, action, field, old_value, new_value from common.audit_entry"
                    + " where subject_type = ? and subject_id = ? order by id desc limit ?")) {
      select.setString(1, subjectType);
      select.setLong(2, subjectId);
      select.setInt(3, limit);
      List<AuditRow> rows = new ArrayList<>();
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          rows.add(
              new AuditRow(
                  found.getTimestamp(1).toInstant(),
                  found.getString(2),
                  found.getString(3),
                  found.getString(4),
                  found.getString(5),
                  found.getString(6)));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("History of " + subjectType + " " + subjectId, e);
    }
  }
}
