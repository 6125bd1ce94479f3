package com.asta.billing.web;

import com.asta.billing.batch.BillRunJob;
import com.asta.billing.model.BillRunStatus;
import com.asta.billing.service.BillRow;
import com.asta.billing.service.BillRunCard;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.BillRunTotals;
import com.asta.billing.service.QuarantinedRow;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The cockpit of one bill run: progress, totals, what was set aside, the drafts, the decision. */
@Named
@ViewScoped
public class BillRunView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int QUARANTINED_SHOWN = 50;

  @Inject private transient BillRunService service;
  @Inject private transient BillRunJob job;

  private long id;
  private String text;
  private transient BillRunCard card;
  private transient BillRunTotals totals;
  private transient List<QuarantinedRow> quarantined;
  private transient List<QuarantinedRow> held;
  private transient PagedModel<BillRow> bills;

  /** Reads the run anew; the page asks while a job works. */
  public void load() {
    card = service.card(id);
    totals = service.totals(id);
    quarantined = service.quarantined(id, 0, QUARANTINED_SHOWN);
    held = service.held(id, 0, QUARANTINED_SHOWN);
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
    return getCard().status().isWorking();
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

  /** The step of the cockpit the run is at: 1 trial, 2 review, 3 invoices, 4 done. */
  public int getStep() {
    return switch (getCard().status()) {
      case TRIAL -> 1;
      case REVIEW -> 2;
      case APPROVED -> 3;
      case FINAL, CANCELLED -> 4;
    };
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
