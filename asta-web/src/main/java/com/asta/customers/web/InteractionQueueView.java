package com.asta.customers.web;

import com.asta.common.OperatorZone;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import com.asta.customers.service.InteractionRow;
import com.asta.customers.service.InteractionService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** What the signed-in person has planned, the most urgent first. */
@Named
@ViewScoped
public class InteractionQueueView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private InteractionService interactions;
  @Inject private transient Clock clock;

  private transient PagedModel<InteractionRow> rows;
  private InteractionRow chosen;
  private String outcome;
  private LocalDateTime moment;

  public PagedModel<InteractionRow> getRows() {
    if (rows == null) {
      rows = new PagedModel<>(interactions::mine, InteractionRow::id);
    }
    return rows;
  }

  /** Takes a row up, to complete or to postpone it. */
  public void choose(InteractionRow row) {
    chosen = row;
    outcome = null;
    moment = LocalDateTime.now(OperatorZone.ID).plusDays(1).truncatedTo(ChronoUnit.HOURS);
  }

  public void complete() {
    interactions.complete(chosen.id(), outcome);
    Messages.done("customers", "queue.completed", chosen.customerName());
  }

  public void postpone() {
    interactions.postpone(chosen.id(), moment.atZone(OperatorZone.ID).toInstant());
    Messages.done("customers", "queue.postponed", chosen.customerName());
  }

  public void cancel(InteractionRow row) {
    interactions.cancel(row.id());
    Messages.done("customers", "queue.cancelled", row.customerName());
  }

  public boolean late(InteractionRow row) {
    return row.happensAt().isBefore(clock.instant());
  }

  public InteractionRow getChosen() {
    return chosen;
  }

  public String getOutcome() {
    return outcome;
  }

  public void setOutcome(String outcome) {
    this.outcome = outcome;
  }

  public LocalDateTime getMoment() {
    return moment;
  }

  public void setMoment(LocalDateTime moment) {
    this.moment = moment;
  }
}
