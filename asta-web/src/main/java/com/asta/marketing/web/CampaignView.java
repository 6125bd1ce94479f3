package com.asta.marketing.web;

import com.asta.common.batch.JobRun;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import com.asta.marketing.batch.CampaignSendJob;
import com.asta.marketing.model.CampaignStatus;
import com.asta.marketing.service.CampaignCard;
import com.asta.marketing.service.CampaignCounts;
import com.asta.marketing.service.CampaignService;
import com.asta.marketing.service.MailText;
import com.asta.marketing.service.RecipientRow;
import com.asta.marketing.service.TargetCount;
import com.asta.marketing.service.TargetService;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** A campaign: its mail, its sending while it runs, and what came of it. */
@Named
@ViewScoped
public class CampaignView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient CampaignService campaigns;
  @Inject private transient TargetService targets;
  @Inject private transient CampaignSendJob sending;

  private Long id;
  private String filter;
  private transient CampaignCard card;
  private transient CampaignCounts counts;
  private transient JobRun run;
  private transient TargetCount audience;
  private transient MailText mail;
  private transient PagedModel<RecipientRow> recipients;

  /** View action: reads what stands now. */
  public void load() {
    look();
    if (card.status() == CampaignStatus.SENDING && !isRunning()) {
      // Its job may have ended between the two looks; what has stopped is no different now.
      look();
    }
  }

  private void look() {
    card = campaigns.card(id);
    counts = campaigns.counts(id);
    run = card.status() == CampaignStatus.SENDING ? sending.execution(id).orElse(null) : null;
  }

  /** Before every later rendering, so that each poll shows what stands then. */
  public void refresh() {
    if (card != null && FacesContext.getCurrentInstance().isPostback()) {
      load();
    }
  }

  public void send() {
    sending.start(id);
    Messages.done("marketing", "campaign.begun");
  }

  public void stop() {
    sending.stop(id);
    Messages.done("marketing", "campaign.stopping");
  }

  public void goOn() {
    sending.goOn(id);
    Messages.done("marketing", "campaign.goesOn");
  }

  public CampaignCard getCard() {
    return card;
  }

  public CampaignCounts getCounts() {
    getCard();
    return counts;
  }

  /** True while the job works, so that the page goes on asking. */
  public boolean isRunning() {
    return run != null && run.isRunning();
  }

  /** True if the sending stopped before it was done. */
  public boolean isHalted() {
    return getCard() != null && card.status() == CampaignStatus.SENDING && !isRunning();
  }

  /** How many the target means now; asked only for a draft. */
  public TargetCount getAudience() {
    if (audience == null && getCard() != null && card.status() == CampaignStatus.DRAFT) {
      audience = targets.count(targets.target(card.draft().targetId()).criteria());
    }
    return audience;
  }

  /** The mail as an example customer gets it. */
  public MailText mail(String language) {
    if (mail == null) {
      mail = campaigns.preview(getCard().draft(), language);
    }
    return mail;
  }

  public PagedModel<RecipientRow> getRecipients() {
    if (recipients == null) {
      recipients =
          new PagedModel<>(
              (offset, limit) -> campaigns.recipients(id, filter, offset, limit),
              RecipientRow::customerId);
    }
    return recipients;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public String getFilter() {
    return filter;
  }

  public void setFilter(String filter) {
    this.filter = filter == null || filter.isBlank() ? null : filter;
  }
}
