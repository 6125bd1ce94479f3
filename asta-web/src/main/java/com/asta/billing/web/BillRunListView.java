package com.asta.billing.web;

import com.asta.billing.batch.BillRunJob;
import com.asta.billing.service.BillRunCard;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.BillRunTotals;
import com.asta.common.OperatorZone;
import com.asta.common.web.PagedModel;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;

/** Bill runs, and the start of a new one. */
@Named
@ViewScoped
public class BillRunListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient BillRunService service;
  @Inject private transient BillRunJob job;
  @Inject private transient Clock clock;

  private LocalDate cycleEnd;
  private LocalDate issuedOn;
  private transient PagedModel<Row> runs;

  /** A run with what it adds up to. */
  public record Row(BillRunCard card, BillRunTotals totals) {}

  @PostConstruct
  void open() {
    cycleEnd = service.latestCycleEnd();
    issuedOn = getToday();
  }

  public PagedModel<Row> getRuns() {
    if (runs == null) {
      runs =
          new PagedModel<>(
              (offset, limit) ->
                  service.list(offset, limit).stream()
                      .map(card -> new Row(card, service.totals(card.id())))
                      .toList(),
              row -> row.card().id());
    }
    return runs;
  }

  /** Starts the trial and goes to its cockpit. */
  public String start() {
    return "/billing/bill-run.xhtml?faces-redirect=true&id=" + job.start(cycleEnd, issuedOn);
  }

  public LocalDate getToday() {
    return OperatorZone.dayOf(clock.instant());
  }

  public LocalDate getCycleEnd() {
    return cycleEnd;
  }

  public void setCycleEnd(LocalDate cycleEnd) {
    this.cycleEnd = cycleEnd;
  }

  public LocalDate getIssuedOn() {
    return issuedOn;
  }

  public void setIssuedOn(LocalDate issuedOn) {
    this.issuedOn = issuedOn;
  }
}
