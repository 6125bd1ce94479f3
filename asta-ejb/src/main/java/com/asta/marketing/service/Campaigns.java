package com.asta.marketing.service;

import static com.asta.common.service.Database.instant;

import com.asta.common.service.Database;
import com.asta.marketing.model.Campaign;
import com.asta.marketing.model.CampaignStatus;
import com.asta.marketing.rules.Eligibility.Skip;
import com.asta.marketing.service.MarketingRefused.Reason;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Campaigns and their recipients as they are stored and looked at. */
@Dependent
class Campaigns {
  private static final String MAIL = " left join common.mail m on m.unique_key = ";

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Database database;

  void add(Campaign campaign) {
    entities.persist(campaign);
    entities.flush();
  }

  Campaign get(long id) {
    return existing(id, entities.find(Campaign.class, id));
  }

  /** As {@link #get}, and nobody else changes it until the transaction ends. */
  Campaign locked(long id) {
    return existing(id, entities.find(Campaign.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** By a statement of its own: the job may be writing to the same row. */
  void sentBy(long id, long executionId) {
    database.update("update marketing.campaign set execution_id = ? where id = ?", executionId, id);
  }

  /** The snapshot of recipients is complete; by a statement of its own, as above. */
  void frozen(long id, Instant now) {
    database.update(
        "update marketing.campaign set frozen_at = ? where id = ? and frozen_at is null", now, id);
  }

  void flush() {
    entities.flush();
  }

  List<CampaignRow> list(int offset, int limit) {
    return database.rows(
        """
        select c.id, c.name, c.status, t.name as target_name, c.started_at, c.finished_at,
          r.recipients, r.mailed, r.unsubscribed, r.responded
        from marketing.campaign c
        join marketing.target t on t.id = c.target_id
        left join lateral (
          select count(*) as recipients, count(*) filter (where status = 'QUEUED') as mailed,
            count(unsubscribed_at) as unsubscribed, count(responded_at) as responded
          from marketing.campaign_recipient where campaign_id = c.id) r on true
        order by c.id desc limit ? offset ?
        """,
        row ->
            new CampaignRow(
                row.getLong("id"),
                row.getString("name"),
                CampaignStatus.valueOf(row.getString("status")),
                row.getString("target_name"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getLong("recipients"),
                row.getLong("mailed"),
                row.getLong("unsubscribed"),
                row.getLong("responded")),
        limit,
        offset);
  }

  CampaignCounts counts(long campaignId) {
    Map<Skip, Long> skipped = new EnumMap<>(Skip.class);
    database
        .rows(
            "select skip_reason, count(*) from marketing.campaign_recipient"
                + " where campaign_id = ? and status = 'SKIPPED' group by skip_reason",
            row -> Map.entry(Skip.valueOf(row.getString(1)), row.getLong(2)),
            campaignId)
        .forEach(entry -> skipped.put(entry.getKey(), entry.getValue()));
    return database
        .first(
            "select count(*), count(*) filter (where r.status = 'QUEUED'),"
                + " count(*) filter (where m.status = 'SENT'),"
                + " count(*) filter (where m.status in ('FAILED', 'UNCERTAIN')),"
                + " count(r.unsubscribed_at), count(r.responded_at)"
                + " from marketing.campaign_recipient r"
                + MAIL
                + "'campaign-' || r.campaign_id || '-' || r.customer_id"
                + " where r.campaign_id = ?",
            row ->
                new CampaignCounts(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    skipped,
                    row.getLong(5),
                    row.getLong(6)),
            campaignId)
        .orElseThrow();
  }

  List<RecipientRow> recipients(long campaignId, String status, int offset, int limit) {
    return database.rows(
        "select r.customer_id, r.status, r.skip_reason, m.recipient, m.status as mail_status,"
            + " r.decided_at, r.unsubscribed_at, r.responded_at"
            + " from marketing.campaign_recipient r"
            + MAIL
            + "'campaign-' || r.campaign_id || '-' || r.customer_id"
            + " where r.campaign_id = ? and (?::text is null or r.status = ?)"
            + " order by r.customer_id limit ? offset ?",
        Campaigns::recipient,
        campaignId,
        status,
        status,
        limit,
        offset);
  }

  List<CustomerMessage> ofCustomer(long customerId, int offset, int limit) {
    return database.rows(
        "select c.id, c.name, coalesce(m.subject, c.subject_pl) as subject,"
            + " coalesce(m.status, r.status) as status, r.skip_reason,"
            + " coalesce(r.decided_at, c.started_at) as at, r.unsubscribed_at, r.responded_at"
            + " from marketing.campaign_recipient r join marketing.campaign c on c.id = r.campaign_id"
            + MAIL
            + "'campaign-' || r.campaign_id || '-' || r.customer_id"
            + " where r.customer_id = ? order by r.decided_at desc nulls first, c.id desc"
            + " limit ? offset ?",
        row ->
            new CustomerMessage(
                row.getLong("id"),
                row.getString("name"),
                row.getString("subject"),
                row.getString("status"),
                row.getString("skip_reason"),
                instant(row, "at"),
                instant(row, "unsubscribed_at"),
                instant(row, "responded_at")),
        customerId,
        limit,
        offset);
  }

  private static RecipientRow recipient(ResultSet row) throws SQLException {
    return new RecipientRow(
        row.getLong("customer_id"),
        null,
        row.getString("recipient"),
        row.getString("status"),
        row.getString("skip_reason"),
        row.getString("mail_status"),
        instant(row, "decided_at"),
        instant(row, "unsubscribed_at"),
        instant(row, "responded_at"));
  }

  private static Campaign existing(long id, Campaign campaign) {
    if (campaign == null) {
      throw new MarketingRefused(Reason.CAMPAIGN_UNKNOWN, id);
    }
    return campaign;
  }
}
