package com.asta.common.service;

import static com.asta.common.service.Database.instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Rejected records of every import and message, each with its reason, until a person dismisses them
 * or they are taken in after all. Entries are written in the caller's transaction.
 */
@Stateless
@RolesAllowed({
  Roles.OPERATOR,
  Roles.BILLING,
  Roles.CASHIER,
  Roles.WAREHOUSE,
  Roles.PRODUCT_MANAGER,
  Roles.ADMIN,
  Roles.SYSTEM
})
public class Suspense {
  private static final int RAW_LIMIT = 4000;
  private static final int DETAIL_LIMIT = 400;
  private static final String COLUMNS =
      "select id, subsystem, source, position, reason, detail, raw, status, created_at, closed_at,"
          + " closed_by from common.suspense where true";

  @Inject private Database database;
  @Inject private CurrentUser user;
  @Inject @Any private Instance<SuspenseOwner> owners;

  /**
   * Adds a rejected record.
   *
   * @param source where it came from: the name of the import file, or of the queue
   * @param position where in it: a line number, a message id; may be null
   * @param reason an enum name, which is also the key of its text on the operator's page
   * @param detail what exactly was wrong; may be null
   * @param raw the record as it came, cut at 4,000 characters; may be null
   */
  public void add(
      String subsystem, String source, String position, String reason, String detail, String raw) {
    database.update(
        "insert into common.suspense (subsystem, source, position, reason, detail, raw)"
            + " values (?, ?, ?, ?, ?, ?)",
        subsystem,
        source,
        position,
        reason,
        detail,
        bounded(raw));
  }

  /** A rejected record on its way in; its parts are those of {@link #add}. */
  public record Entry(String position, String reason, String detail, String raw) {}

  /** Adds rejected records of one source by one statement. */
  public void addAll(String subsystem, String source, List<Entry> entries) {
    if (!entries.isEmpty()) {
      database.update(
          "insert into common.suspense (subsystem, source, position, reason, detail, raw)"
              + " select ?, ?, p, r, d, w from unnest(?, ?, ?, ?)"
              + " with ordinality e (p, r, d, w, n) order by n",
          subsystem,
          source,
          texts(entries, Entry::position),
          texts(entries, Entry::reason),
          texts(entries, entry -> shortened(entry.detail(), DETAIL_LIMIT)),
          texts(entries, entry -> bounded(entry.raw())));
    }
  }

  private static String[] texts(List<Entry> entries, Function<Entry, String> part) {
    return entries.stream().map(part).toArray(String[]::new);
  }

  private static String shortened(String text, int limit) {
    return text == null || text.length() <= limit ? text : text.substring(0, limit);
  }

  /** Open entries of a subsystem, newest first; null means of every subsystem. */
  public List<SuspendedRecord> open(String subsystem, int offset, int limit) {
    return list(
        new SuspenseQuery(subsystem, null, null, SuspendedRecord.Status.OPEN), offset, limit);
  }

  /** Entries, newest first. */
  public List<SuspendedRecord> list(SuspenseQuery query, int offset, int limit) {
    StringBuilder sql = new StringBuilder(COLUMNS);
    List<Object> arguments = new ArrayList<>();
    and(sql, arguments, "subsystem", query.subsystem());
    and(sql, arguments, "reason", query.reason());
    and(sql, arguments, "source", query.source());
    and(sql, arguments, "status", query.status());
    sql.append(" order by id desc limit ? offset ?");
    arguments.add(limit);
    arguments.add(offset);
    return database.rows(sql.toString(), Suspense::read, arguments.toArray());
  }

  /** Open entries counted by reason, most frequent first. */
  public List<SuspenseReason> reasons() {
    return database.rows(
        "select subsystem, reason, count(*) from common.suspense where status = 'OPEN'"
            + " group by subsystem, reason order by 3 desc, 1, 2",
        row -> new SuspenseReason(row.getString(1), row.getString(2), row.getLong(3)));
  }

  /** One entry. */
  public SuspendedRecord entry(long id) {
    return database
        .first(COLUMNS + " and id = ?", Suspense::read, id)
        .orElseThrow(() -> new IllegalArgumentException("No suspense entry " + id));
  }

  /** Closes an entry that will not be taken in; nothing if it is closed already. */
  public void dismiss(long id) {
    close(id, SuspendedRecord.Status.DISMISSED);
  }

  /** Closes an entry that was taken in after all; nothing if it is closed already. */
  public void reprocessed(long id) {
    close(id, SuspendedRecord.Status.REPROCESSED);
  }

  /** Lets the owner try the record again; true if it is in now. */
  public boolean reprocess(long id) {
    SuspendedRecord entry = entry(id);
    boolean taken =
        owners.stream()
            .filter(owner -> owner.subsystem().equals(entry.subsystem()))
            .anyMatch(owner -> owner.reprocess(entry));
    if (taken) {
      reprocessed(id);
    }
    return taken;
  }

  /** True if the subsystem can try its records again. */
  public boolean canReprocess(String subsystem) {
    return owners.stream().anyMatch(owner -> owner.subsystem().equals(subsystem));
  }

  private void close(long id, SuspendedRecord.Status status) {
    database.update(
        "update common.suspense set status = ?, closed_at = now(), closed_by = ?"
            + " where id = ? and status = 'OPEN'",
        status,
        user.name(),
        id);
  }

  private static void and(StringBuilder sql, List<Object> arguments, String column, Object value) {
    if (value != null) {
      sql.append(" and ").append(column).append(" = ?");
      arguments.add(value);
    }
  }

  private static String bounded(String raw) {
    if (raw == null) {
      return null;
    }
    String text = raw.replace('\0', ' ');
    return text.length() > RAW_LIMIT ? text.substring(0, RAW_LIMIT) : text;
  }

  private static SuspendedRecord read(ResultSet row) throws SQLException {
    return new SuspendedRecord(
        row.getLong("id"),
        row.getString("subsystem"),
        row.getString("source"),
        row.getString("position"),
        row.getString("reason"),
        row.getString("detail"),
        row.getString("raw"),
        SuspendedRecord.Status.valueOf(row.getString("status")),
        instant(row, "created_at"),
        instant(row, "closed_at"),
        row.getString("closed_by"));
  }
}
