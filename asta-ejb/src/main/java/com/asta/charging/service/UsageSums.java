package com.asta.charging.service;

import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.UsageStore.Row;
import com.asta.common.OperatorZone;
import com.asta.common.service.CopyRows;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Events added up by account, day, subscription, charge code and tariff version. A few events go to
 * {@code usage_total} at once. A file's go to a table of its own first, from which they are folded
 * into the totals: an account that comes up in many chunks is then one row instead of many updates.
 */
final class UsageSums {
  /** Slices of a fold; each locks the totals of its accounts for a moment only. */
  static final int SLICES = 8;

  private static final String COLUMNS =
      "account_id, day, subscription_id, charge_code, tariff_version_id, service, quantity,"
          + " events, rated, currency";
  private static final String ADD =
      " on conflict (account_id, day, subscription_id, charge_code, tariff_version_id)"
          + " do update set quantity = t.quantity + excluded.quantity,"
          + " events = t.events + excluded.events, rated = t.rated + excluded.rated";

  private record TotalKey(
      long accountId, LocalDate day, long subscriptionId, String chargeCode, long tariffVersionId) {
    static final Comparator<TotalKey> ORDER =
        Comparator.comparingLong(TotalKey::accountId)
            .thenComparing(TotalKey::day)
            .thenComparingLong(TotalKey::subscriptionId)
            .thenComparing(TotalKey::chargeCode)
            .thenComparingLong(TotalKey::tariffVersionId);
  }

  private record Total(
      TotalKey key,
      ServiceKind service,
      BigDecimal quantity,
      long events,
      BigDecimal rated,
      String currency) {
    static Total of(Row row) {
      TotalKey key =
          new TotalKey(
              row.key().accountId(),
              OperatorZone.dayOf(row.key().at()),
              row.subscriptionId(),
              row.chargeCode(),
              row.tariffVersionId());
      return new Total(
          key, row.service(), BigDecimal.valueOf(row.units()), 1, row.rated(), row.currency());
    }

    Total plus(Total other) {
      return new Total(
          key,
          service,
          quantity.add(other.quantity),
          events + other.events,
          rated.add(other.rated),
          currency);
    }
  }

  private final Map<TotalKey, Total> sums;

  private UsageSums(Map<TotalKey, Total> sums) {
    this.sums = sums;
  }

  static UsageSums of(Collection<Row> rows) {
    Map<TotalKey, Total> sums = new HashMap<>(rows.size() * 2);
    for (Row row : rows) {
      Total total = Total.of(row);
      sums.merge(total.key(), total, Total::plus);
    }
    return new UsageSums(sums);
  }

  int size() {
    return sums.size();
  }

  /** Adds them to the totals, in the order of their keys. */
  void store(Connection connection) {
    List<Total> totals =
        sums.values().stream().sorted(Comparator.comparing(Total::key, TotalKey.ORDER)).toList();
    Sql.update(
        connection,
        "insert into charging.usage_total as t ("
            + COLUMNS
            + ") select a, d, s, c, v, k, q, e, r, y from unnest(?::bigint[], ?::date[],"
            + " ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::numeric[], ?::bigint[],"
            + " ?::numeric[], ?::text[]) with ordinality n (a, d, s, c, v, k, q, e, r, y, position)"
            + " order by position"
            + ADD,
        array("bigint", totals, total -> total.key().accountId()),
        array("date", totals, total -> total.key().day()),
        array("bigint", totals, total -> total.key().subscriptionId()),
        array("text", totals, total -> total.key().chargeCode()),
        array("bigint", totals, total -> total.key().tariffVersionId()),
        array("text", totals, total -> total.service().name()),
        array("numeric", totals, Total::quantity),
        array("bigint", totals, Total::events),
        array("numeric", totals, Total::rated),
        array("text", totals, Total::currency));
  }

  /** Makes the table in which a file's sums wait. */
  static void makeParts(Connection connection, long fileId) {
    Sql.update(
        connection, "create table if not exists " + parts(fileId) + " (like charging.usage_total)");
  }

  /** Puts them to the file's others. */
  void copyToParts(Connection connection, long fileId) throws SQLException {
    CopyRows copy = CopyRows.into(connection, parts(fileId), COLUMNS);
    try {
      for (Total total : sums.values()) {
        copy.row();
        copy.number(total.key().accountId());
        copy.day(total.key().day());
        copy.number(total.key().subscriptionId());
        copy.text(total.key().chargeCode());
        copy.number(total.key().tariffVersionId());
        copy.text(total.service().name());
        copy.decimal(total.quantity());
        copy.number(total.events());
        copy.decimal(total.rated());
        copy.text(total.currency());
      }
      copy.end();
    } catch (SQLException e) {
      copy.abandon();
      throw e;
    }
  }

  /** Adds a slice of a file's sums to the totals. */
  static void fold(Connection connection, long fileId, int slice, int slices) {
    Sql.update(
        connection,
        "insert into charging.usage_total as t ("
            + COLUMNS
            + ") select account_id, day, subscription_id, charge_code, tariff_version_id,"
            + " min(service), sum(quantity), sum(events), sum(rated), min(currency) from "
            + parts(fileId)
            + " where account_id % ? = ? group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5"
            + ADD,
        slices,
        slice);
  }

  static void emptyParts(Connection connection, long fileId) {
    Sql.update(connection, "truncate " + parts(fileId));
  }

  static void dropParts(Connection connection, long fileId) {
    Sql.update(connection, "drop table if exists " + parts(fileId));
  }

  private static String parts(long fileId) {
    return "charging.usage_part_" + fileId;
  }

  private static <T> Sql.ArrayOf array(String type, Collection<T> values, Function<T, ?> element) {
    return Sql.ArrayOf.each(type, values, element);
  }
}
