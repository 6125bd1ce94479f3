package com.asta.products.service;

import com.asta.common.service.Database;
import com.asta.products.rules.SubscriptionStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Subscriptions and phases as rows, each listing by one statement. */
@ApplicationScoped
class SubscriptionRows {
  private static final String CARD =
      "select s.id, s.account_id, s.customer_id, s.bundle_id, s.included, v.id as version_id,"
          + " o.code, v.name_en, v.name_pl, s.service_id, s.prepaid, s.status, s.activated_on,"
          + " s.ends_on, s.bar_reason, m.net, m.currency"
          + " from products.subscription s"
          + " join lateral (select p.offer_version_id from products.subscription_phase p"
          + " where p.subscription_id = s.id order by (p.starts_on <= ?) desc,"
          + " abs(p.starts_on - ?) limit 1) h on true"
          + " join products.offer_version v on v.id = h.offer_version_id"
          + " join products.offer o on o.id = v.offer_id"
          + " left join lateral (select sum(x.monthly) as net,"
          + " min(x.currency) as currency from products.price x where x.offer_version_id = v.id) m"
          + " on true where ";

  private static final String CARD_ORDER =
      " order by (s.status = 'TERMINATED'), coalesce(s.bundle_id, s.id), s.bundle_id nulls first,"
          + " s.id";

  private static final String SUBSCRIBER =
      "select s.id, s.account_id, s.customer_id, s.service_id, s.prepaid, s.status, p.starts_on,"
          + " p.ends_on, (select x.tariff_code from products.price x"
          + " where x.offer_version_id = p.offer_version_id and x.kind = 'USAGE'"
          + " order by x.position limit 1) as tariff_code"
          + " from products.subscription s"
          + " join products.subscription_phase p on p.subscription_id = s.id where ";

  /** As the other, for thousands of numbers: the tariffs are read once, not for each phase. */
  private static final String SUBSCRIBERS =
      "select s.id, s.account_id, s.customer_id, s.service_id, s.prepaid, s.status, p.starts_on,"
          + " p.ends_on, t.tariff_code from products.subscription s"
          + " join products.subscription_phase p on p.subscription_id = s.id"
          + " left join (select distinct on (offer_version_id) offer_version_id, tariff_code"
          + " from products.price where kind = 'USAGE' order by offer_version_id, position) t"
          + " on t.offer_version_id = p.offer_version_id where ";

  private static final int MANY = 1000;

  @Inject private Projections projections;

  List<SubscriptionCard> ofCustomer(long customerId, LocalDate today) {
    return cards("s.customer_id = ?", customerId, today);
  }

  List<SubscriptionCard> ofAccounts(Collection<Long> accountIds, LocalDate today) {
    return cards("s.account_id = any(?)", accountIds, today);
  }

  List<SubscriptionCard> byIds(Collection<Long> ids, LocalDate today) {
    return cards("s.id = any(?) or s.bundle_id = any(?)", ids, today);
  }

  Set<Long> barred(Collection<Long> ids) {
    return Set.copyOf(
        projections.list(
            "select id from products.subscription where id = any (?) and status = 'BARRED'",
            row -> row.getLong(1),
            ids));
  }

  List<SubscriptionCard> byServiceId(String part, LocalDate today) {
    return cards("s.service_id like ?", "%" + part, today);
  }

  List<PhaseCard> history(long subscriptionId) {
    return projections.list(
        "select p.offer_version_id, o.code, v.version, v.name_en, v.name_pl, p.starts_on,"
            + " p.ends_on, (select sum(x.monthly) from products.price x"
            + " where x.offer_version_id = v.id) as net,"
            + " (select min(x.currency) from products.price x where x.offer_version_id = v.id)"
            + " as currency"
            + " from products.subscription_phase p"
            + " join products.offer_version v on v.id = p.offer_version_id"
            + " join products.offer o on o.id = v.offer_id"
            + " where p.subscription_id = ? order by p.starts_on desc",
        row ->
            new PhaseCard(
                row.getLong("offer_version_id"),
                row.getString("code"),
                row.getInt("version"),
                row.getString("name_en"),
                row.getString("name_pl"),
                Database.date(row, "starts_on"),
                Database.date(row, "ends_on"),
                row.getBigDecimal("net"),
                row.getString("currency")),
        subscriptionId);
  }

  /** Phases of the holders of numbers that touch [from, to), the latest of a number last. */
  List<Subscriber> subscribers(Collection<String> serviceIds, LocalDate from, LocalDate to) {
    return projections.list(
        (serviceIds.size() < MANY ? SUBSCRIBER : SUBSCRIBERS)
            + "s.service_id = any(?) and p.starts_on < ? and (p.ends_on is null or p.ends_on > ?)"
            + " order by s.service_id, p.starts_on, s.id",
        SubscriptionRows::subscriber,
        serviceIds,
        to,
        from);
  }

  /** Which of the numbers belong to a living subscription or to an open order. */
  List<String> takenNumbers(Collection<String> serviceIds) {
    return projections.list(
        "select service_id from products.subscription"
            + " where service_id = any(?) and status <> 'TERMINATED'"
            + " union select service_id from products.order_item"
            + " where service_id = any(?) and status = 'PENDING'",
        row -> row.getString(1),
        serviceIds,
        serviceIds);
  }

  List<Long> customersWithOffer(String offerCode, Collection<Long> customerIds, LocalDate today) {
    return projections.list(
        "select distinct s.customer_id from products.subscription s"
            + " join products.subscription_phase p on p.subscription_id = s.id"
            + " join products.offer_version v on v.id = p.offer_version_id"
            + " join products.offer o on o.id = v.offer_id"
            + " where o.code = ? and s.customer_id = any(?) and s.status <> 'TERMINATED'"
            + " and p.starts_on <= ? and (p.ends_on is null or p.ends_on > ?)"
            + " order by s.customer_id",
        row -> row.getLong(1),
        offerCode,
        customerIds,
        today,
        today);
  }

  private List<SubscriptionCard> cards(String where, Object parameter, LocalDate today) {
    Object[] parameters =
        where.chars().filter(c -> c == '?').count() == 2
            ? new Object[] {today, today, parameter, parameter}
            : new Object[] {today, today, parameter};
    return projections.list(CARD + where + CARD_ORDER, SubscriptionRows::card, parameters);
  }

  private static SubscriptionCard card(ResultSet row) throws SQLException {
    boolean included = row.getBoolean("included");
    BigDecimal net = row.getBigDecimal("net");
    return new SubscriptionCard(
        row.getLong("id"),
        row.getLong("account_id"),
        row.getLong("customer_id"),
        Database.longOrNull(row, "bundle_id"),
        included,
        row.getLong("version_id"),
        row.getString("code"),
        row.getString("name_en"),
        row.getString("name_pl"),
        row.getString("service_id"),
        row.getBoolean("prepaid"),
        SubscriptionStatus.valueOf(row.getString("status")),
        Database.date(row, "activated_on"),
        Database.date(row, "ends_on"),
        row.getString("bar_reason"),
        included || net == null ? BigDecimal.ZERO : net,
        row.getString("currency"));
  }

  private static Subscriber subscriber(ResultSet row) throws SQLException {
    return new Subscriber(
        row.getLong("id"),
        row.getLong("account_id"),
        row.getLong("customer_id"),
        row.getString("service_id"),
        row.getString("tariff_code"),
        row.getBoolean("prepaid"),
        SubscriptionStatus.valueOf(row.getString("status")),
        Database.date(row, "starts_on"),
        Database.date(row, "ends_on"));
  }
}
