package com.asta.marketing.service;

import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.rules.CustomerStatus;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.marketing.model.Campaign;
import com.asta.marketing.model.Survey;
import com.asta.marketing.model.Target;
import com.asta.marketing.rules.MergeField;
import com.asta.marketing.rules.MergeText;
import com.asta.marketing.service.MarketingRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Drafts campaigns, begins their sending, and shows what came of them. */
@Stateless
@RolesAllowed({Roles.MARKETER, Roles.ADMIN, Roles.SYSTEM})
public class CampaignService {
  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @EJB private CustomerService customers;
  @Inject private Campaigns campaigns;
  @Inject private Letters letters;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Keeps a new draft and returns its id.
   *
   * @throws MarketingRefused NAME_MISSING, TARGET_UNKNOWN, SURVEY_UNKNOWN, TEXT_MISSING,
   *     FIELD_UNKNOWN, SURVEY_MISSING
   */
  public long create(CampaignDraft draft) {
    check(draft);
    Campaign campaign = new Campaign(clock.instant(), user.name());
    write(campaign, draft);
    campaigns.add(campaign);
    audit.record("Campaign", campaign.getId(), "created", null, null, draft.name());
    return campaign.getId();
  }

  /**
   * Changes a draft.
   *
   * @throws MarketingRefused as {@link #create}; CAMPAIGN_UNKNOWN, CAMPAIGN_NOT_DRAFT
   */
  public void change(long id, CampaignDraft draft) {
    check(draft);
    write(draft(id), draft);
    audit.record("Campaign", id, "changed", null, null, draft.name());
  }

  /** The mail as a recipient of the language would get it; nothing is stored or sent. */
  public MailText preview(CampaignDraft draft, String language) {
    check(draft);
    Campaign campaign = new Campaign(clock.instant(), user.name());
    write(campaign, draft);
    return letters.write(campaign, example(language));
  }

  /**
   * Begins the sending: from now on the campaign does not change. Start the job next.
   *
   * @throws MarketingRefused CAMPAIGN_UNKNOWN, CAMPAIGN_NOT_DRAFT, SURVEY_NOT_OPEN
   */
  public void begin(long id) {
    Campaign campaign = draft(id);
    if (campaign.getSurveyId() != null
        && !entities.find(Survey.class, campaign.getSurveyId()).isOpen()) {
      throw new MarketingRefused(Reason.SURVEY_NOT_OPEN);
    }
    campaign.begin(clock.instant());
    audit.record("Campaign", id, "begun", null, null, null);
  }

  /** Remembers which execution of the job sends it. */
  public void sentBy(long id, long executionId) {
    campaigns.sentBy(id, executionId);
  }

  /**
   * One campaign.
   *
   * @throws MarketingRefused CAMPAIGN_UNKNOWN
   */
  public CampaignCard card(long id) {
    Campaign campaign = campaigns.get(id);
    Target target = entities.find(Target.class, campaign.getTargetId());
    Survey survey =
        campaign.getSurveyId() == null ? null : entities.find(Survey.class, campaign.getSurveyId());
    return new CampaignCard(
        id,
        campaign.getStatus(),
        new CampaignDraft(
            campaign.getName(),
            campaign.getTargetId(),
            campaign.getSurveyId(),
            campaign.getSubject("en"),
            campaign.getBody("en"),
            campaign.getSubject("pl"),
            campaign.getBody("pl")),
        target.getName(),
        survey == null ? null : survey.getTitle("en"),
        survey == null ? null : survey.getTitle("pl"),
        campaign.getExecutionId(),
        campaign.getCreatedAt(),
        campaign.getCreatedBy(),
        campaign.getStartedAt(),
        campaign.getFrozenAt(),
        campaign.getFinishedAt());
  }

  /** Campaigns, newest first. */
  public List<CampaignRow> list(int offset, int limit) {
    return campaigns.list(offset, limit);
  }

  /** How far a campaign is. */
  public CampaignCounts counts(long id) {
    return campaigns.counts(id);
  }

  /** Recipients of a campaign; a null status means any. */
  public List<RecipientRow> recipients(long id, String status, int offset, int limit) {
    List<RecipientRow> rows = campaigns.recipients(id, status, offset, limit);
    Map<Long, CustomerCard> cards =
        customers.cards(rows.stream().map(RecipientRow::customerId).toList());
    return rows.stream().map(row -> named(row, cards.get(row.customerId()))).toList();
  }

  /** The campaigns a customer was a recipient of, newest first. */
  @RolesAllowed({
    Roles.AGENT,
    Roles.PRODUCT_MANAGER,
    Roles.MARKETER,
    Roles.BILLING,
    Roles.CASHIER,
    Roles.OPERATOR,
    Roles.ADMIN,
    Roles.SYSTEM
  })
  public List<CustomerMessage> ofCustomer(long customerId, int offset, int limit) {
    return campaigns.ofCustomer(customerId, offset, limit);
  }

  private Campaign draft(long id) {
    Campaign campaign = campaigns.locked(id);
    if (!campaign.isDraft()) {
      throw new MarketingRefused(Reason.CAMPAIGN_NOT_DRAFT, campaign.getName());
    }
    return campaign;
  }

  private static void write(Campaign campaign, CampaignDraft draft) {
    campaign.address(draft.name().strip(), draft.targetId(), draft.surveyId());
    campaign.writeEnglish(draft.subjectEn().strip(), draft.bodyEn().strip());
    campaign.writePolish(draft.subjectPl().strip(), draft.bodyPl().strip());
  }

  private void check(CampaignDraft draft) {
    if (blank(draft.name())) {
      throw new MarketingRefused(Reason.NAME_MISSING);
    }
    if (draft.targetId() == null || entities.find(Target.class, draft.targetId()) == null) {
      throw new MarketingRefused(Reason.TARGET_UNKNOWN, String.valueOf(draft.targetId()));
    }
    if (draft.surveyId() != null && entities.find(Survey.class, draft.surveyId()) == null) {
      throw new MarketingRefused(Reason.SURVEY_UNKNOWN, draft.surveyId());
    }
    if (texts(draft).anyMatch(CampaignService::blank)) {
      throw new MarketingRefused(Reason.TEXT_MISSING);
    }
    texts(draft)
        .flatMap(text -> new MergeText(text).unknownFields().stream())
        .findFirst()
        .ifPresent(
            field -> {
              throw new MarketingRefused(Reason.FIELD_UNKNOWN, field);
            });
    if (draft.surveyId() == null
        && texts(draft)
            .anyMatch(text -> new MergeText(text).fields().contains(MergeField.SURVEY_LINK))) {
      throw new MarketingRefused(Reason.SURVEY_MISSING);
    }
  }

  private static Stream<String> texts(CampaignDraft draft) {
    return Stream.of(draft.subjectEn(), draft.bodyEn(), draft.subjectPl(), draft.bodyPl());
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static RecipientRow named(RecipientRow row, CustomerCard card) {
    return card == null
        ? row
        : new RecipientRow(
            row.customerId(),
            card.displayName(),
            row.email() == null ? card.email() : row.email(),
            row.status(),
            row.skipReason(),
            row.mailStatus(),
            row.decidedAt(),
            row.unsubscribedAt(),
            row.respondedAt());
  }

  private static CustomerCard example(String language) {
    boolean english = "en".equals(language);
    return new CustomerCard(
        0,
        "C-000000",
        CustomerKind.INDIVIDUAL,
        english ? "Anna Example" : "Anna Przykładowa",
        "Anna",
        english ? "Example" : "Przykładowa",
        null,
        "anna@example.com",
        null,
        null,
        null,
        "Warszawa",
        "PL",
        language,
        CustomerStatus.ACTIVE);
  }
}
