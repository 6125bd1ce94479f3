package com.asta.charging.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.SuspenseReason;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** Suspended lines of usage as rows; each change of many is one statement. */
@ApplicationScoped
class UsageRejectRows {
  private static final String LIST =
      "select s.id, substring(s.source from '#([0-9]+)$')::bigint,"
          + " substring(s.source from '^(.*) #[0-9]+$'), s.position, s.reason, s.detail, s.raw,"
          + " c.subscriber, c.destination, s.created_at from common.suspense s"
          + " left join charging.usage_correction c on c.suspense_id = s.id";
  private static final String OPEN =
      " where s.status = 'OPEN' and s.subsystem = 'charging' and s.source ~ ' #[0-9]+$'";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private CurrentUser user;

  /** A condition and its arguments. */
  private record Where(String sql, List<Object> arguments) {
    Object[] and(Object... more) {
      List<Object> all = new ArrayList<>(arguments);
      all.addAll(List.of(more));
      return all.toArray();
    }

    Object[] after(Object... first) {
      List<Object> all = new ArrayList<>(List.of(first));
      all.addAll(arguments);
      return all.toArray();
    }
  }

  List<UsageReject> list(UsageRejects which, int offset, int limit) {
    Where where = where(which);
    return Sql.query(
        database,
        LIST
            + where.sql()
            + (which.fileId() == null ? " order by s.id desc" : " order by s.id")
            + " offset ? limit ?",
        UsageRejectRows::row,
        where.and(offset, limit));
  }

  List<Long> ids(UsageRejects which, long after, int limit) {
    Where where = where(which);
    return Sql.query(
        database,
        "select s.id from common.suspense s" + where.sql() + " and s.id > ? order by s.id limit ?",
        row -> row.getLong(1),
        where.and(after, limit));
  }

  /** Locks those of the entries that are open and that nobody else is trying. */
  List<UsageReject> lock(Collection<Long> ids) {
    return Sql.query(
        database,
        LIST + OPEN + " and s.id = any (?) order by s.id for update of s skip locked",
        UsageRejectRows::row,
        Sql.ArrayOf.bigints(ids));
  }

  long count(UsageRejects which) {
    Where where = where(which);
    return Sql.query(
            database,
            "select count(*) from common.suspense s" + where.sql(),
            row -> row.getLong(1),
            where.and())
        .get(0);
  }

  List<SuspenseReason> reasons(UsageRejects which) {
    Where where = where(which);
    return Sql.query(
        database,
        "select s.reason, count(*) from common.suspense s"
            + where.sql()
            + " group by 1 order by 2 desc, 1",
        row -> new SuspenseReason("charging", row.getString(1), row.getLong(2)),
        where.and());
  }

  int dismiss(UsageRejects which) {
    Where where = where(which);
    return Sql.update(
        database,
        "update common.suspense s set status = 'DISMISSED', closed_at = now(), closed_by = ?"
            + where.sql(),
        where.after(user.name()));
  }

  /** Closes what is in now. */
  void taken(Collection<Long> ids) {
    Sql.update(
        database,
        "update common.suspense set status = 'REPROCESSED', closed_at = now(), closed_by = ?"
            + " where id = any (?)",
        user.name(),
        Sql.ArrayOf.bigints(ids));
  }

  /** Notes why lines are rejected now. */
  void rejected(Collection<UsageCandidate.Rejected> rejected, Function<UsageLine, Long> id) {
    Sql.update(
        database,
        "update common.suspense s set reason = n.reason, detail = n.detail"
            + " from unnest(?::bigint[], ?::text[], ?::text[]) n (id, reason, detail)"
            + " where s.id = n.id",
        Sql.ArrayOf.each("bigint", rejected, each -> id.apply(each.line())),
        Sql.ArrayOf.each("text", rejected, UsageCandidate.Rejected::reason),
        Sql.ArrayOf.each("text", rejected, UsageCandidate.Rejected::detail));
  }

  /** Replaces a text in lines; returns how many had it. */
  int replace(UsageRejects which, String text, String by) {
    Where where = where(which);
    List<Object> arguments = new ArrayList<>(List.of(where.after(text, by)));
    arguments.add(text);
    return Sql.update(
        database,
        "update common.suspense s set raw = replace(s.raw, ?, ?)"
            + where.sql()
            + " and position(? in s.raw) > 0",
        arguments.toArray());
  }

  int edit(long id, String raw) {
    Where where = where(UsageRejects.of(List.of(id)));
    return Sql.update(
        database, "update common.suspense s set raw = ?" + where.sql(), where.after(raw));
  }

  /** Says who is charged, or what was called, instead; null leaves it. */
  int correct(UsageRejects which, String subscriber, String destination) {
    Where where = where(which);
    List<Object> arguments = new ArrayList<>();
    arguments.add(subscriber);
    arguments.add(destination);
    arguments.add(user.name());
    arguments.addAll(where.arguments());
    return Sql.update(
        database,
        "insert into charging.usage_correction as c (suspense_id, subscriber, destination,"
            + " corrected_by) select s.id, ?::text, ?::text, ? from common.suspense s"
            + where.sql()
            + " on conflict (suspense_id) do update set"
            + " subscriber = coalesce(excluded.subscriber, c.subscriber),"
            + " destination = coalesce(excluded.destination, c.destination),"
            + " corrected_by = excluded.corrected_by, corrected_at = now()",
        arguments.toArray());
  }

  private static Where where(UsageRejects which) {
    StringBuilder sql = new StringBuilder(OPEN);
    List<Object> arguments = new ArrayList<>();
    and(sql, arguments, " and s.reason = ?", which.reason());
    and(sql, arguments, " and s.source like '% #' || ?", text(which.fileId()));
    and(
        sql,
        arguments,
        " and s.created_at >= ?",
        which.from() == null ? null : OperatorZone.startOf(which.from()));
    and(
        sql,
        arguments,
        " and s.created_at < ?",
        which.to() == null ? null : OperatorZone.startOf(which.to().plusDays(1)));
    and(
        sql,
        arguments,
        " and position(lower(?) in lower(coalesce(s.detail, '') || ' ' || s.raw)) > 0",
        which.text());
    and(
        sql,
        arguments,
        " and s.id = any (?)",
        which.ids() == null ? null : Sql.ArrayOf.bigints(which.ids()));
    return new Where(sql.toString(), arguments);
  }

  private static String text(Long number) {
    return number == null ? null : number.toString();
  }

  private static void and(
      StringBuilder sql, List<Object> arguments, String condition, Object argument) {
    if (argument != null) {
      sql.append(condition);
      arguments.add(argument);
    }
  }

  private static UsageReject row(ResultSet row) throws SQLException {
    return new UsageReject(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        Sql.instant(row, 10));
  }
}
