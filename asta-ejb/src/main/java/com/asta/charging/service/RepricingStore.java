package com.asta.charging.service;

import com.asta.charging.rules.CompiledTariff;
import com.asta.charging.rules.CounterId;
import com.asta.charging.rules.Explanation;
import com.asta.charging.rules.Repricing.Counter;
import com.asta.charging.rules.Repricing.Repriced;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.RepricingCard.Status;
import com.asta.common.OperatorZone;
import com.asta.common.Shard;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The statements of repricing: what is read of usage, what is stored of results and changes. */
final class RepricingStore {
  private static final int LANES = 8;

  /** What was charged while it was used stays: its price was told, and a balance may have paid. */
  private static final String ONLINE = "online";

  /** A stored event. */
  record Event(
      long accountId,
      Instant at,
      String source,
      String key,
      long subscriptionId,
      String serviceId,
      ServiceKind service,
      String destination,
      long units,
      String chargeCode,
      BigDecimal rated,
      CompiledTariff tariff,
      String explanation) {
    Explanation explained() {
      return Explanation.parse(explanation);
    }
  }

  private record ZoneKey(String service, String zone) {
    static final Comparator<ZoneKey> ORDER =
        Comparator.comparing(ZoneKey::service).thenComparing(ZoneKey::zone);
  }

  private record ZoneSum(long events, BigDecimal units, BigDecimal before, BigDecimal after) {
    ZoneSum plus(ZoneSum other) {
      return new ZoneSum(
          events + other.events,
          units.add(other.units),
          before.add(other.before),
          after.add(other.after));
    }
  }

  private record TotalKey(LocalDate day, long subscriptionId, String code, long versionId) {
    static final Comparator<TotalKey> ORDER =
        Comparator.comparing(TotalKey::day)
            .thenComparingLong(TotalKey::subscriptionId)
            .thenComparing(TotalKey::code)
            .thenComparingLong(TotalKey::versionId);
  }

  private record Total(String service, BigDecimal quantity, long events, BigDecimal rated) {
    Total plus(Total other) {
      return new Total(
          service, quantity.add(other.quantity), events + other.events, rated.add(other.rated));
    }
  }

  private RepricingStore() {}

  /** Adds the accounts with usage, or sets those of the trial back to be applied. */
  static long prepare(
      Connection connection, RepricingCard card, List<Long> versions, List<Long> accountIds) {
    if (card.status() == Status.APPLYING) {
      return Sql.query(
              connection,
              "select count(*) from charging.repricing_account where repricing_id = ?",
              row -> row.getLong(1),
              card.id())
          .get(0);
    }
    List<Object> arguments = new ArrayList<>(List.of(card.from(), card.to()));
    String tariff = filter(" and t.tariff_version_id = any (?)", versions, arguments);
    String customer = filter(" and t.account_id = any (?)", accountIds, arguments);
    List<Map.Entry<Long, String>> accounts =
        Sql.query(
            connection,
            "select t.account_id, min(t.currency) from charging.usage_total t where t.day >= ?"
                + " and t.day < ?"
                + tariff
                + customer
                + " group by t.account_id order by t.account_id",
            row -> Map.entry(row.getLong(1), row.getString(2)),
            arguments.toArray());
    Sql.update(
        connection,
        "insert into charging.repricing_account (repricing_id, account_id, shard, currency, status)"
            + " select ?, a, s, c, 'PENDING' from unnest(?::bigint[], ?::int[], ?::text[])"
            + " n (a, s, c) on conflict do nothing",
        card.id(),
        Sql.ArrayOf.each("bigint", accounts, Map.Entry::getKey),
        Sql.ArrayOf.each("int", accounts, account -> Shard.of(account.getKey())),
        Sql.ArrayOf.each("text", accounts, Map.Entry::getValue));
    return accounts.size();
  }

  private static String filter(String clause, List<Long> ids, List<Object> arguments) {
    if (ids == null) {
      return "";
    }
    arguments.add(Sql.ArrayOf.bigints(ids));
    return clause;
  }

  static List<Long> pending(
      Connection connection,
      long id,
      Status status,
      int firstShard,
      int lastShard,
      long after,
      int limit) {
    return Sql.query(
        connection,
        "select account_id from charging.repricing_account where repricing_id = ? and status = ?"
            + " and shard between ? and ? and account_id > ? order by account_id limit ?",
        row -> row.getLong(1),
        id,
        status == Status.APPLYING ? "PRICED" : "PENDING",
        firstShard,
        lastShard,
        after,
        limit);
  }

  /** The counters of accounts; locked until the commit when prices are to be stored. */
  static Map<Long, Map<Counter, Long>> counters(
      Connection connection, Collection<Long> accountIds, boolean lock) {
    Map<Long, Map<Counter, Long>> counters = new HashMap<>();
    Sql.query(
        connection,
        "select account_id, subscription_id, counter, period_start, units"
            + " from charging.usage_counter where account_id = any (?)"
            + " order by account_id, subscription_id, period_start, counter"
            + (lock ? " for update" : ""),
        row ->
            counters
                .computeIfAbsent(row.getLong(1), account -> new HashMap<>())
                .put(
                    new Counter(row.getLong(2), new CounterId(row.getString(3), Sql.date(row, 4))),
                    row.getLong(5)),
        Sql.ArrayOf.bigints(accountIds));
    return counters;
  }

  /** The usage of accounts in the order of time. */
  static List<Event> events(
      Connection connection,
      RepricingCard card,
      List<Long> versions,
      Collection<Long> accountIds,
      TariffSnapshot snapshot) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                Sql.ArrayOf.bigints(accountIds),
                OperatorZone.startOf(card.from()),
                OperatorZone.startOf(card.to())));
    String tariff = filter(" and tariff_version_id = any (?)", versions, arguments);
    return Sql.query(
        connection,
        "select account_id, event_time, source, event_key, subscription_id, service_id, service,"
            + " destination, units, charge_code, rated, tariff_version_id, explanation"
            + " from charging.usage_record where account_id = any (?) and event_time >= ?"
            + " and event_time < ? and source <> '"
            + ONLINE
            + "'"
            + tariff
            + " order by account_id, event_time, source, event_key",
        row -> {
          long versionId = row.getLong(12);
          return new Event(
              row.getLong(1),
              Sql.instant(row, 2),
              row.getString(3),
              row.getString(4),
              row.getLong(5),
              row.getString(6),
              ServiceKind.valueOf(row.getString(7)),
              row.getString(8),
              row.getLong(9),
              row.getString(10),
              row.getBigDecimal(11),
              snapshot
                  .version(versionId)
                  .orElseThrow(() -> new IllegalStateException("No tariff version " + versionId)),
              row.getString(13));
        },
        arguments.toArray());
  }

  /** Notes what became of an account, and adds it to the sums of zones. */
  static void result(
      Connection connection,
      RepricingCard card,
      RepricedUsage usage,
      long customerId,
      String status) {
    Sql.update(
        connection,
        "update charging.repricing_account set status = ?, customer_id = ?, events = ?,"
            + " changed = ?, unrated = ?, before = ?, after = ? where repricing_id = ? and account_id = ?",
        status,
        customerId,
        usage.events().size(),
        usage.changed().size(),
        usage.unrated(),
        usage.before(),
        usage.after(),
        card.id(),
        usage.accountId());
    if (!status.equals("APPLIED")) {
      zones(connection, card.id(), usage);
    }
  }

  private static void zones(Connection connection, long id, RepricedUsage usage) {
    Map<ZoneKey, ZoneSum> sums = new TreeMap<>(ZoneKey.ORDER);
    for (int i = 0; i < usage.events().size(); i++) {
      Event event = usage.events().get(i);
      Repriced repriced = usage.repriced().get(i);
      String zone =
          repriced.isUnrated()
              ? repriced.stored().explanation().zone()
              : repriced.rating().explanation().zone();
      sums.merge(
          new ZoneKey(event.service().name(), zone),
          new ZoneSum(1, BigDecimal.valueOf(event.units()), event.rated(), repriced.amount()),
          ZoneSum::plus);
    }
    Collection<ZoneSum> values = sums.values();
    Sql.update(
        connection,
        "insert into charging.repricing_zone as z (repricing_id, lane, service, zone, currency,"
            + " events, units, before, after) select ?, ?, s, z, ?, e, u, b, f from"
            + " unnest(?::text[], ?::text[], ?::bigint[], ?::numeric[], ?::numeric[], ?::numeric[])"
            + " n (s, z, e, u, b, f) on conflict (repricing_id, lane, service, zone, currency)"
            + " do update set events = z.events + excluded.events, units = z.units"
            + " + excluded.units, before = z.before + excluded.before, after = z.after"
            + " + excluded.after",
        id,
        Shard.of(usage.accountId()) * LANES / Shard.COUNT,
        usage.currency(),
        Sql.ArrayOf.each("text", sums.keySet(), ZoneKey::service),
        Sql.ArrayOf.each("text", sums.keySet(), ZoneKey::zone),
        Sql.ArrayOf.each("bigint", values, ZoneSum::events),
        Sql.ArrayOf.each("numeric", values, ZoneSum::units),
        Sql.ArrayOf.each("numeric", values, ZoneSum::before),
        Sql.ArrayOf.each("numeric", values, ZoneSum::after));
  }

  /** Stores new prices in place of the old ones, which are kept beside; moves totals, counters. */
  static void apply(Connection connection, long id, RepricedUsage usage) {
    List<Event> old = new ArrayList<>();
    List<Repriced> fresh = new ArrayList<>();
    for (int i = 0; i < usage.events().size(); i++) {
      if (usage.repriced().get(i).isChanged()) {
        old.add(usage.events().get(i));
        fresh.add(usage.repriced().get(i));
      }
    }
    if (!old.isEmpty()) {
      records(connection, id, usage.accountId(), old, fresh);
      totals(connection, usage.accountId(), usage.currency(), old, fresh);
    }
    counters(connection, usage);
  }

  private static void records(
      Connection connection, long id, long accountId, List<Event> old, List<Repriced> fresh) {
    Sql.update(
        connection,
        "with n as (select * from unnest(?::timestamptz[], ?::text[], ?::text[], ?::text[],"
            + " ?::numeric[], ?::bigint[], ?::text[]) n (t, s, k, c, r, v, x)), kept as (insert into"
            + " charging.repriced_event (account_id, repricing_id, event_time, source, event_key,"
            + " charge_code, rated, tariff_version_id, explanation, new_rated) select u.account_id,"
            + " ?, u.event_time, u.source, u.event_key, u.charge_code, u.rated,"
            + " u.tariff_version_id, u.explanation, n.r from charging.usage_record u join n on"
            + " u.event_time = n.t and u.source = n.s and u.event_key = n.k where u.account_id = ?)"
            + " update charging.usage_record u set charge_code = n.c, rated = n.r,"
            + " tariff_version_id = n.v, explanation = n.x from n where u.account_id = ?"
            + " and u.event_time = n.t and u.source = n.s and u.event_key = n.k",
        Sql.ArrayOf.each("timestamptz", old, Event::at),
        Sql.ArrayOf.each("text", old, Event::source),
        Sql.ArrayOf.each("text", old, Event::key),
        Sql.ArrayOf.each("text", fresh, each -> each.rating().rate().code()),
        Sql.ArrayOf.each("numeric", fresh, Repriced::amount),
        Sql.ArrayOf.each("bigint", fresh, each -> each.tariff().versionId()),
        Sql.ArrayOf.each("text", fresh, each -> each.rating().explanation().encode()),
        id,
        accountId,
        accountId);
  }

  /** A total that falls to nothing stays, so that billing sees what it billed is gone. */
  private static void totals(
      Connection connection,
      long accountId,
      String currency,
      List<Event> old,
      List<Repriced> fresh) {
    Map<TotalKey, Total> sums = new TreeMap<>(TotalKey.ORDER);
    for (int i = 0; i < old.size(); i++) {
      Event event = old.get(i);
      LocalDate day = OperatorZone.dayOf(event.at());
      BigDecimal units = BigDecimal.valueOf(event.units());
      String service = event.service().name();
      sums.merge(
          new TotalKey(day, event.subscriptionId(), event.chargeCode(), event.tariff().versionId()),
          new Total(service, units.negate(), -1, event.rated().negate()),
          Total::plus);
      Repriced now = fresh.get(i);
      sums.merge(
          new TotalKey(
              day, event.subscriptionId(), now.rating().rate().code(), now.tariff().versionId()),
          new Total(service, units, 1, now.amount()),
          Total::plus);
    }
    Sql.update(
        connection,
        "insert into charging.usage_total as t (account_id, day, subscription_id, charge_code,"
            + " tariff_version_id, service, quantity, events, rated, currency) select ?, d, s, c,"
            + " v, k, q, e, r, ? from unnest(?::date[], ?::bigint[], ?::text[], ?::bigint[],"
            + " ?::text[], ?::numeric[], ?::bigint[], ?::numeric[]) with ordinality"
            + " n (d, s, c, v, k, q, e, r, position) order by position on conflict (account_id,"
            + " day, subscription_id, charge_code, tariff_version_id) do update set quantity ="
            + " t.quantity + excluded.quantity, events = t.events + excluded.events, rated ="
            + " t.rated + excluded.rated",
        accountId,
        currency,
        Sql.ArrayOf.each("date", sums.keySet(), TotalKey::day),
        Sql.ArrayOf.each("bigint", sums.keySet(), TotalKey::subscriptionId),
        Sql.ArrayOf.each("text", sums.keySet(), TotalKey::code),
        Sql.ArrayOf.each("bigint", sums.keySet(), TotalKey::versionId),
        Sql.ArrayOf.each("text", sums.values(), Total::service),
        Sql.ArrayOf.each("numeric", sums.values(), Total::quantity),
        Sql.ArrayOf.each("bigint", sums.values(), Total::events),
        Sql.ArrayOf.each("numeric", sums.values(), Total::rated));
  }

  private static void counters(Connection connection, RepricedUsage usage) {
    List<Counter> changed =
        usage.changes().keySet().stream()
            .sorted(
                Comparator.comparingLong(Counter::subscriptionId)
                    .thenComparing(counter -> counter.id().periodStart())
                    .thenComparing(counter -> counter.id().code()))
            .toList();
    if (!changed.isEmpty()) {
      Sql.update(
          connection,
          "insert into charging.usage_counter as c (account_id, subscription_id, period_start,"
              + " counter, units) select ?, s, p, n, u from unnest(?::bigint[], ?::date[],"
              + " ?::text[], ?::bigint[]) with ordinality k (s, p, n, u, position)"
              + " order by position on conflict (account_id, subscription_id, period_start, counter)"
              + " do update set units = greatest(0, c.units + excluded.units)",
          usage.accountId(),
          Sql.ArrayOf.each("bigint", changed, Counter::subscriptionId),
          Sql.ArrayOf.each("date", changed, counter -> counter.id().periodStart()),
          Sql.ArrayOf.each("text", changed, counter -> counter.id().code()),
          Sql.ArrayOf.each("bigint", changed, usage.changes()::get));
    }
  }
}
