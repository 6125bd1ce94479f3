package com.asta.charging.web;

import com.asta.charging.service.AdjustmentRow;
import com.asta.charging.service.AdjustmentService;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Adjustments, and the second person's decision about those that wait. */
@Named
@ViewScoped
public class AdjustmentListView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final List<String> STATUSES = List.of("PENDING", "BOOKED", "REJECTED");

  @Inject private AdjustmentService adjustments;

  private String status;
  private transient PagedModel<AdjustmentRow> rows;

  public PagedModel<AdjustmentRow> getRows() {
    if (rows == null) {
      rows =
          new PagedModel<>(
              (offset, limit) -> adjustments.list(status, null, offset, limit), AdjustmentRow::id);
    }
    return rows;
  }

  public List<String> getStatuses() {
    return STATUSES;
  }

  public void approve(AdjustmentRow row) {
    adjustments.approve(row.id());
    Messages.done("charging", "adjustment.approved", row.serviceId());
  }

  public void reject(AdjustmentRow row) {
    adjustments.reject(row.id(), null);
    Messages.done("charging", "adjustment.rejected", row.serviceId());
  }

  /** Shows the filtered list at its own address. */
  public String narrow() {
    return "/charging/adjustment-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public String getStatus() {
    return status;
  }

  public void setStatus(String status) {
    this.status = STATUSES.contains(status) ? status : null;
  }
}
