package com.asta.marketing.service;

import com.asta.common.service.Database;
import com.asta.common.service.Mailer;
import com.asta.common.service.Outbox;
import com.asta.common.service.Roles;
import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.rules.CustomerStatus;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.marketing.event.CampaignSent;
import com.asta.marketing.model.Campaign;
import com.asta.marketing.model.Target;
import com.asta.marketing.rules.Eligibility;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The steps of sending, each in the transaction of the job's chunk. A recipient is decided once:
 * the decision and the mail are written together, so that a chunk that is repeated after a crash
 * finds it either undone or done.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class CampaignSending {
  /** Marketing mails a customer gets at most in {@link #CAP_DAYS} days. */
  static final int CAP = 3;

  private static final int CAP_DAYS = 7;

  /** What became of one chunk of recipients. */
  public record Sent(long mailed, long skipped) {}

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @EJB private CustomerService customers;
  @EJB private Mailer mailer;
  @Inject private Campaigns campaigns;
  @Inject private Audience audience;
  @Inject private Letters letters;
  @Inject private Database database;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /**
   * Adds the next page of the target to the snapshot.
   *
   * @return the last customer looked at; empty if that was the end, and the snapshot is complete
   */
  public Optional<Long> freeze(long campaignId, long afterCustomerId, int limit) {
    Campaign campaign = campaigns.get(campaignId);
    if (campaign.getFrozenAt() != null) {
      return Optional.empty();
    }
    Target target = entities.find(Target.class, campaign.getTargetId());
    Audience.Page page = audience.page(target.getCriteria(), afterCustomerId, limit);
    database.update(
        "insert into marketing.campaign_recipient (campaign_id, customer_id)"
            + " select ?, unnest(?::bigint[]) on conflict do nothing",
        campaignId,
        page.customerIds().toArray(Long[]::new));
    if (!page.more()) {
      campaigns.frozen(campaignId, clock.instant());
      return Optional.empty();
    }
    return Optional.of(page.last());
  }

  /** Recipients of the snapshot. */
  public long recipients(long campaignId) {
    return database.number(
        "select count(*) from marketing.campaign_recipient where campaign_id = ?", campaignId);
  }

  /** Recipients not decided yet, ascending, after an id. */
  public List<Long> pending(long campaignId, long afterCustomerId, int limit) {
    return database.rows(
        "select customer_id from marketing.campaign_recipient where campaign_id = ?"
            + " and status = 'PENDING' and customer_id > ? order by customer_id limit ?",
        row -> row.getLong(1),
        campaignId,
        afterCustomerId,
        limit);
  }

  /** Decides the recipients and queues the mails of those who may be mailed now. */
  public Sent send(long campaignId, Collection<Long> customerIds) {
    Campaign campaign = campaigns.get(campaignId);
    Long[] ids = customerIds.toArray(Long[]::new);
    Map<Long, CustomerCard> cards = customers.cards(customerIds);
    Set<String> suppressed = suppressed(cards.values());
    Instant now = clock.instant();
    Map<Long, Integer> recent = recentMails(ids, now);
    long mailed = 0;
    long skipped = 0;
    for (long customerId : customerIds) {
      CustomerCard card = cards.get(customerId);
      Optional<Eligibility.Skip> against =
          Eligibility.reasonAgainst(
              facts(card, customerId, suppressed, recent.getOrDefault(customerId, 0)), CAP);
      if (!decide(campaignId, customerId, against, now)) {
        continue;
      }
      if (against.isPresent()) {
        skipped++;
      } else {
        MailText mail = letters.write(campaign, card);
        mailer.queue(
            "campaign-" + campaignId + "-" + customerId,
            card.email(),
            mail.subject(),
            mail.text(),
            mail.html());
        mailed++;
      }
    }
    return new Sent(mailed, skipped);
  }

  /** Every recipient is decided. */
  public void finish(long campaignId) {
    Campaign campaign = campaigns.locked(campaignId);
    campaign.finish(clock.instant());
    campaigns.flush();
    CampaignCounts counts = campaigns.counts(campaignId);
    outbox.publish(
        new CampaignSent(campaignId, campaign.getName(), counts.mailed(), counts.skippedInAll()));
  }

  /** False if somebody else decided the recipient before. */
  private boolean decide(
      long campaignId, long customerId, Optional<Eligibility.Skip> against, Instant now) {
    return database.update(
            "update marketing.campaign_recipient set status = ?, skip_reason = ?, decided_at = ?"
                + " where campaign_id = ? and customer_id = ? and status = 'PENDING'",
            against.isPresent() ? "SKIPPED" : "QUEUED",
            against.map(Enum::name).orElse(null),
            now,
            campaignId,
            customerId)
        == 1;
  }

  private Eligibility.Facts facts(
      CustomerCard card, long customerId, Set<String> suppressed, int recentMails) {
    if (card == null) {
      return new Eligibility.Facts(false, false, false, false, 0);
    }
    boolean reachable = card.email() != null && !card.email().isBlank();
    return new Eligibility.Facts(
        card.status() == CustomerStatus.ACTIVE,
        reachable,
        customers.consented(customerId, ConsentPurpose.MARKETING_EMAIL.name()),
        reachable && suppressed.contains(card.email().toLowerCase(Locale.ROOT)),
        recentMails);
  }

  private Set<String> suppressed(Collection<CustomerCard> cards) {
    String addresses =
        String.join(
            "\n",
            cards.stream()
                .map(CustomerCard::email)
                .filter(Objects::nonNull)
                .map(email -> email.toLowerCase(Locale.ROOT))
                .toList());
    return new HashSet<>(
        database.rows(
            "select address from marketing.suppression"
                + " where address = any (string_to_array(?, E'\\n'))",
            row -> row.getString(1),
            addresses));
  }

  private Map<Long, Integer> recentMails(Long[] customerIds, Instant now) {
    Map<Long, Integer> recent = new HashMap<>();
    database
        .rows(
            "select customer_id, count(*) from marketing.campaign_recipient"
                + " where customer_id = any (?) and status = 'QUEUED' and decided_at > ?"
                + " group by customer_id",
            row -> Map.entry(row.getLong(1), row.getInt(2)),
            customerIds,
            now.minus(Duration.ofDays(CAP_DAYS)))
        .forEach(entry -> recent.put(entry.getKey(), entry.getValue()));
    return recent;
  }
}
