package com.asta.charging.web;

import com.asta.charging.rules.AdjustmentReason;
import com.asta.charging.service.AdjustmentRow;
import com.asta.charging.service.AdjustmentService;
import com.asta.charging.service.BalancePolicyService;
import com.asta.charging.service.NewAdjustment;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;

/** Adjusts the main balance of an account. */
@Named
@ViewScoped
public class AdjustmentView extends AccountForm {
  private static final long serialVersionUID = 1L;

  @Inject private AdjustmentService adjustments;
  @Inject private BalancePolicyService policies;

  private BigDecimal amount;
  private AdjustmentReason reason;
  private String note;

  public String adjust() {
    AdjustmentRow row =
        adjustments.request(
            new NewAdjustment("adjust-" + key(), getId(), amount, null, reason, note.strip()));
    Messages.done("charging", row.pending() ? "adjustment.waits" : "adjustment.booked");
    return account();
  }

  /** What one person may adjust in a day without a second one. */
  public BigDecimal getLimit() {
    return policies.policy().adjustmentLimit();
  }

  public AdjustmentReason[] getReasons() {
    return AdjustmentReason.values();
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public AdjustmentReason getReason() {
    return reason;
  }

  public void setReason(AdjustmentReason reason) {
    this.reason = reason;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
