package com.asta.payments.web;

import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import com.asta.payments.service.BadDebtRow;
import com.asta.payments.service.BadDebtService;
import com.asta.payments.service.DisputeRow;
import com.asta.payments.service.DisputeService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** What waits for a decision: disputes of customers, debts that a colleague gives up. */
@Named
@ViewScoped
public class CollectionWorkView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private DisputeService disputes;
  @Inject private BadDebtService badDebts;

  private Long chosen;
  private String decision;
  private transient PagedModel<DisputeRow> open;
  private transient PagedModel<BadDebtRow> proposed;

  public PagedModel<DisputeRow> getOpen() {
    if (open == null) {
      open = new PagedModel<>(disputes::work, DisputeRow::id);
    }
    return open;
  }

  public PagedModel<BadDebtRow> getProposed() {
    if (proposed == null) {
      proposed = new PagedModel<>(badDebts::work, BadDebtRow::id);
    }
    return proposed;
  }

  /** The customer is right. */
  public String uphold() {
    disputes.uphold(chosen == null ? 0 : chosen, decision);
    Messages.done("payments", "dispute.upheld");
    return again();
  }

  /** The amount is owed. */
  public String reject() {
    disputes.reject(chosen == null ? 0 : chosen, decision);
    Messages.done("payments", "dispute.rejected");
    return again();
  }

  /** Takes a debt off. */
  public String writeOff(long id) {
    badDebts.approve(id);
    Messages.done("payments", "baddebt.done");
    return again();
  }

  /** Leaves a debt where it is. */
  public String keep(long id) {
    badDebts.reject(id);
    Messages.done("payments", "baddebt.kept");
    return again();
  }

  private static String again() {
    return "/payments/collection-work.xhtml?faces-redirect=true";
  }

  public Long getChosen() {
    return chosen;
  }

  public void setChosen(Long chosen) {
    this.chosen = chosen;
  }

  public String getDecision() {
    return decision;
  }

  public void setDecision(String decision) {
    this.decision = decision;
  }
}
