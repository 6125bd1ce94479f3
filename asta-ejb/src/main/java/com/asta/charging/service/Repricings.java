package com.asta.charging.service;

import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.charging.service.RepricingCard.Purpose;
import com.asta.charging.service.RepricingCard.Status;
import com.asta.common.Money;
import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The repricings with what they found: per account, per zone, per customer. */
@ApplicationScoped
class Repricings {
  private static final String COLUMNS =
      "select r.id, r.purpose, r.status, r.from_day, r.to_day, r.tariff_code, r.draft_version_id,"
          + " v.version, r.customer_id, r.reason, r.started_by, r.started_at, r.execution_id,"
          + " r.applied_by, r.finished_at from charging.repricing r"
          + " left join charging.tariff_version v on v.id = r.draft_version_id";

  /** Percent that customers pay more; customers without usage before count as doubled. */
  private static final String CHANGES =
      "select customer_id, sum(after - before) as change, case when sum(before) = 0 then"
          + " sign(sum(after)) * 100 else sum(after - before) * 100 / sum(before) end as percent"
          + " from charging.repricing_account where repricing_id = ? and status <> 'PENDING'"
          + " group by customer_id";

  /** An account of a repricing as it is stored. */
  record AccountSum(
      long accountId,
      long customerId,
      long events,
      long changed,
      long unrated,
      Money before,
      Money after) {}

  @Inject private Database database;

  long add(RepricingCard card) {
    return database.number(
        "insert into charging.repricing (purpose, status, from_day, to_day, tariff_code,"
            + " draft_version_id, customer_id, reason, started_by, started_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
        card.purpose(),
        card.status(),
        card.from(),
        card.to(),
        card.tariffCode(),
        card.draftVersionId(),
        card.customerId(),
        card.reason(),
        card.startedBy(),
        card.startedAt());
  }

  RepricingCard get(long id) {
    return find(id, "");
  }

  /** Until the end of the transaction nobody else decides on it. */
  RepricingCard locked(long id) {
    return find(id, " for update of r");
  }

  private RepricingCard find(long id, String lock) {
    return database
        .first(COLUMNS + " where r.id = ?" + lock, Repricings::card, id)
        .orElseThrow(() -> new ChargingRefused(Reason.UNKNOWN_REPRICING, id));
  }

  List<RepricingCard> list(Purpose purpose, int offset, int limit) {
    return database.rows(
        COLUMNS + " where r.purpose = ? order by r.id desc offset ? limit ?",
        Repricings::card,
        purpose,
        offset,
        limit);
  }

  void status(long id, Status status, String appliedBy, Instant finishedAt) {
    database.update(
        "update charging.repricing set status = ?, applied_by = coalesce(?, applied_by),"
            + " finished_at = ? where id = ?",
        status,
        appliedBy,
        finishedAt,
        id);
  }

  void workedOnBy(long id, long executionId) {
    database.update("update charging.repricing set execution_id = ? where id = ?", executionId, id);
  }

  /** The totals in each currency; none while no account is known. */
  List<RepricingTotals> totals(long id) {
    return database.rows(
        "select currency, count(*), count(*) filter (where status <> 'PENDING'), sum(events),"
            + " sum(changed), sum(unrated), sum(before), sum(after)"
            + " from charging.repricing_account where repricing_id = ? group by currency"
            + " order by count(*) desc, currency",
        row ->
            new RepricingTotals(
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                money(row, 7, row.getString(1)),
                money(row, 8, row.getString(1))),
        id);
  }

  List<RepricedZone> zones(long id) {
    return database.rows(
        "select service, zone, sum(events), sum(units), sum(before), sum(after), currency"
            + " from charging.repricing_zone where repricing_id = ? group by service, zone, currency"
            + " order by abs(sum(after - before)) desc, service, zone",
        row ->
            new RepricedZone(
                ServiceKind.valueOf(row.getString(1)),
                row.getString(2),
                row.getLong(3),
                row.getBigDecimal(4),
                money(row, 5, row.getString(7)),
                money(row, 6, row.getString(7))),
        id);
  }

  /** Accounts with the greatest change first: falls, rises, or both. */
  List<AccountSum> accounts(long id, int sign, int offset, int limit) {
    String order =
        switch (sign) {
          case -1 -> " and after < before order by after - before";
          case 1 -> " and after > before order by after - before desc";
          default -> " order by abs(after - before) desc";
        };
    return database.rows(
        "select account_id, customer_id, events, changed, unrated, before, after, currency"
            + " from charging.repricing_account where repricing_id = ? and status <> 'PENDING'"
            + order
            + ", account_id offset ? limit ?",
        row ->
            new AccountSum(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                money(row, 6, row.getString(8)),
                money(row, 7, row.getString(8))),
        id,
        offset,
        limit);
  }

  RepricingSpread spread(long id) {
    String counts =
        "select count(*) filter (where change < 0), count(*) filter (where change = 0),"
            + " count(*) filter (where change > 0),"
            + " count(*) filter (where percent < -50),"
            + " count(*) filter (where percent >= -50 and percent < -20),"
            + " count(*) filter (where percent >= -20 and percent < -5),"
            + " count(*) filter (where percent >= -5 and percent < 0),"
            + " count(*) filter (where percent = 0),"
            + " count(*) filter (where percent > 0 and percent <= 5),"
            + " count(*) filter (where percent > 5 and percent <= 20),"
            + " count(*) filter (where percent > 20 and percent <= 50),"
            + " count(*) filter (where percent > 50) from ("
            + CHANGES
            + ") c";
    return database
        .first(
            counts,
            row ->
                new RepricingSpread(
                    row.getLong(1), row.getLong(2), row.getLong(3), longs(row, 4, 12)),
            id)
        .orElseThrow();
  }

  private static List<Long> longs(ResultSet row, int first, int last) throws SQLException {
    Long[] found = new Long[last - first + 1];
    for (int column : IntStream.rangeClosed(first, last).toArray()) {
      found[column - first] = row.getLong(column);
    }
    return List.of(found);
  }

  private static Money money(ResultSet row, int column, String currency) throws SQLException {
    BigDecimal amount = row.getBigDecimal(column);
    return Money.of(amount == null ? BigDecimal.ZERO : amount, currency);
  }

  private static RepricingCard card(ResultSet row) throws SQLException {
    return new RepricingCard(
        row.getLong("id"),
        Purpose.valueOf(row.getString("purpose")),
        Status.valueOf(row.getString("status")),
        row.getObject("from_day", LocalDate.class),
        row.getObject("to_day", LocalDate.class),
        row.getString("tariff_code"),
        Sql.longOrNull(row, 7),
        row.getObject("version", Integer.class),
        Sql.longOrNull(row, 9),
        row.getString("reason"),
        row.getString("started_by"),
        Database.instant(row, "started_at"),
        Sql.longOrNull(row, 13),
        row.getString("applied_by"),
        Database.instant(row, "finished_at"));
  }
}
