package com.asta.billing.web;

import com.asta.billing.batch.BillRunJob;
import com.asta.billing.model.BillRunStatus;
import com.asta.billing.rules.BillDelivery;
import com.asta.billing.service.BillRow;
import com.asta.billing.service.BillRunCard;
import com.asta.billing.service.BillRunReview;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.BillRunTotals;
import com.asta.billing.service.DeliveryCount;
import com.asta.billing.service.DeliveryRow;
import com.asta.billing.service.DeliveryService;
import com.asta.billing.service.QuarantinedRow;
import com.asta.billing.service.ShardProgress;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.ResourceBundle;

/** The cockpit of one bill run: progress, totals, what was set aside, the drafts, the decision. */
@Named
@ViewScoped
public class BillRunView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int QUARANTINED_SHOWN = 50;
  private static final int SHOWN = 10;

  @Inject private transient BillRunService service;
  @Inject private transient BillRunJob job;
  @Inject private transient DeliveryService deliveries;

  private long id;
  private String text;
  private transient BillRunCard card;
  private transient BillRunTotals totals;
  private transient List<QuarantinedRow> quarantined;
  private transient List<QuarantinedRow> held;
  private transient List<ShardProgress> shards;
  private transient BillRunReview review;
  private transient List<BillRow> outliers;
  private transient List<DeliveryCount> delivered;
  private transient List<DeliveryRow> troubled;
  private transient PagedModel<BillRow> bills;

  /** Reads the run anew; the page asks while a job works. */
  public void load() {
    card = service.card(id);
    totals = service.totals(id);
    quarantined = service.quarantined(id, 0, QUARANTINED_SHOWN);
    held = service.held(id, 0, QUARANTINED_SHOWN);
    shards = isWorking() ? service.shards(id) : List.of();
    delivered = card.deliveryAt() == null ? List.of() : deliveries.counts(id);
    troubled = card.deliveryAt() == null ? List.of() : deliveries.troubled(id, 0, SHOWN);
  }

  /** Calculates all drafts again. */
  public String repeat() {
    job.repeat(id);
    return self();
  }

  /** Calculates again what was set aside. */
  public String retryQuarantined() {
    job.retryQuarantined(id);
    return self();
  }

  /** Calculates one account again. */
  public String retry(long accountId) {
    job.retry(id, accountId);
    return self();
  }

  /** Gives numbers and writes the invoices. */
  public String approve() {
    job.approve(id);
    Messages.done("billing", "run.approved");
    return self();
  }

  /** Throws the drafts away. */
  public String cancel() {
    service.cancel(id);
    Messages.done("billing", "run.cancelled");
    return self();
  }

  /** Sends the invoices on their way. */
  public String deliver() {
    job.deliver(id);
    Messages.done("billing", "run.delivering");
    return self();
  }

  /** Starts the job again that came to nothing. */
  public String resume() {
    job.resume(id);
    return self();
  }

  /** The same page with the filter in its address. */
  public String filter() {
    return "/billing/bill-run.xhtml?faces-redirect=true&includeViewParams=true";
  }

  private String self() {
    return "/billing/bill-run.xhtml?faces-redirect=true&id=" + id;
  }

  public PagedModel<BillRow> getBills() {
    if (bills == null) {
      bills =
          new PagedModel<>((offset, limit) -> service.bills(id, text, offset, limit), BillRow::id);
    }
    return bills;
  }

  /** True while the page should go on asking. */
  public boolean isWorking() {
    return getCard().isWorking();
  }

  /** True where a run waits for a job that is not running. */
  public boolean isStuck() {
    return isWorking() && !job.isRunning(id);
  }

  public boolean isInReview() {
    return getCard().status() == BillRunStatus.REVIEW;
  }

  public boolean isApproverDiffers() {
    return service.approverDiffers();
  }

  /** True if the invoices can be sent on their way. */
  public boolean isDeliverable() {
    return getCard().status() == BillRunStatus.FINAL && getCard().deliveryAt() == null;
  }

  /**
   * The step of the cockpit the run is at: 1 prepare, 2 trial, 3 approve, 4 finalise, 5 deliver; 6
   * when all is done, 0 for a run that was thrown away.
   */
  public int getStep() {
    return switch (getCard().status()) {
      case TRIAL -> getTotals().accounts() == 0 ? 1 : 2;
      case REVIEW -> 3;
      case APPROVED -> 4;
      case FINAL -> getCard().deliveredAt() == null ? 5 : 6;
      case CANCELLED -> 0;
    };
  }

  /** How far the present step is, in percent. */
  public int getPercent() {
    return switch (getCard().status()) {
      case TRIAL, REVIEW, CANCELLED -> getTotals().percentCalculated();
      case APPROVED -> getTotals().percentFinal();
      case FINAL -> getCard().deliveryAt() == null ? 100 : percentDelivered();
    };
  }

  private int percentDelivered() {
    long sent = getDelivered().stream().mapToLong(DeliveryCount::documents).sum();
    return getTotals().finished() == 0 ? 100 : (int) (100 * sent / getTotals().finished());
  }

  /** Progress by groups of shards, while a job works. */
  public List<ShardProgress> getShards() {
    getCard();
    return shards;
  }

  /** How the bills changed since the ones before; looked up once a page. */
  public BillRunReview getReview() {
    if (review == null) {
      review = service.review(id);
    }
    return review;
  }

  /** The spread of the changes as Chart.js JSON. */
  public String chart(ResourceBundle words) {
    return SpreadChart.json(getReview(), words.getString("run.accounts.short"));
  }

  /** The bills that changed most. */
  public List<BillRow> getOutliers() {
    if (outliers == null) {
      outliers = service.outliers(id, SHOWN);
    }
    return outliers;
  }

  /** How many documents took which way. */
  public List<DeliveryCount> getDelivered() {
    getCard();
    return delivered;
  }

  /** True once there is something to print, and all of it. */
  public boolean isPrintable() {
    return getCard().deliveredAt() != null
        && getDelivered().stream().anyMatch(way -> way.channel() == BillDelivery.PAPER);
  }

  /** Mails that did not arrive. */
  public List<DeliveryRow> getTroubled() {
    getCard();
    return troubled;
  }

  public BillRunCard getCard() {
    if (card == null) {
      load();
    }
    return card;
  }

  public BillRunTotals getTotals() {
    if (totals == null) {
      load();
    }
    return totals;
  }

  public List<QuarantinedRow> getQuarantined() {
    if (quarantined == null) {
      load();
    }
    return quarantined;
  }

  public List<QuarantinedRow> getHeld() {
    if (held == null) {
      load();
    }
    return held;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
