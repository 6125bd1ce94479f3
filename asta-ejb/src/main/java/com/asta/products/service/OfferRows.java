package com.asta.products.service;

import com.asta.common.service.Database;
import com.asta.products.rules.FulfilmentKind;
import com.asta.products.rules.OfferStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * The catalogue as lines: for each offer the version on sale, else the next, the draft, the last.
 */
@ApplicationScoped
class OfferRows {
  private static final String STATUS =
      "case when v.status <> 'ACTIVE' then v.status when v.valid_from > ? then 'ACTIVE'"
          + " when v.valid_to is null or v.valid_to > ? then 'LAUNCHED' else 'RETIRED' end";

  private static final String ROWS =
      "select * from (select distinct on (o.code) o.code, v.id, v.version, v.name_en, v.name_pl,"
          + " v.fulfilment, v.prepaid, v.bundle, v.valid_from, v.valid_to, "
          + STATUS
          + " as shown,"
          + " (select sum(p.amount) from products.price p where p.offer_version_id = v.id"
          + " and p.kind = 'ONE_TIME') as one_time,"
          + " (select sum(p.monthly) from products.price p where p.offer_version_id = v.id)"
          + " as monthly,"
          + " (select min(p.currency) from products.price p where p.offer_version_id = v.id)"
          + " as currency,"
          + " (select count(*) from products.subscription s"
          + " join products.subscription_phase h on h.subscription_id = s.id"
          + " join products.offer_version hv on hv.id = h.offer_version_id"
          + " where hv.offer_id = o.id and s.status <> 'TERMINATED' and h.starts_on <= ?"
          + " and (h.ends_on is null or h.ends_on > ?)) as holders"
          + " from products.offer o join products.offer_version v on v.offer_id = o.id"
          + " where v.status <> 'REJECTED' order by o.code,"
          + " case "
          + STATUS
          + " when 'LAUNCHED' then 1 when 'ACTIVE' then 2 when 'IN_DESIGN' then 3"
          + " when 'RETIRED' then 4 else 5 end, v.version desc) r"
          + " where (? = '' or r.code ilike ? or r.name_en ilike ? or r.name_pl ilike ?)"
          + " and (? = '' or r.shown = ?) order by r.code offset ? limit ?";

  @Inject private Projections projections;

  List<OfferRow> list(OfferQuery query, LocalDate today, int offset, int limit) {
    String text = query.text() == null ? "" : query.text().strip();
    String like = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    String status = query.status() == null ? "" : query.status().name();
    return projections.list(
        ROWS,
        OfferRows::row,
        today,
        today,
        today,
        today,
        today,
        today,
        text,
        like,
        like,
        like,
        status,
        status,
        offset,
        limit);
  }

  /** How many living subscriptions are or will be on a version. */
  long holders(long offerVersionId) {
    return projections
        .list(
            "select count(distinct s.id) from products.subscription s"
                + " join products.subscription_phase h on h.subscription_id = s.id"
                + " where h.offer_version_id = ? and s.status <> 'TERMINATED'"
                + " and (h.ends_on is null or h.ends_on > current_date)",
            row -> row.getLong(1),
            offerVersionId)
        .get(0);
  }

  private static OfferRow row(ResultSet row) throws SQLException {
    return new OfferRow(
        row.getLong("id"),
        row.getString("code"),
        row.getInt("version"),
        row.getString("name_en"),
        row.getString("name_pl"),
        FulfilmentKind.valueOf(row.getString("fulfilment")),
        row.getBoolean("prepaid"),
        row.getBoolean("bundle"),
        OfferStatus.valueOf(row.getString("shown")),
        Database.date(row, "valid_from"),
        Database.date(row, "valid_to"),
        row.getBigDecimal("one_time"),
        row.getBigDecimal("monthly"),
        row.getString("currency"),
        row.getLong("holders"));
  }
}
