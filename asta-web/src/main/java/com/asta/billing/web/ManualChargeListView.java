package com.asta.billing.web;

import com.asta.billing.service.ManualChargeRow;
import com.asta.billing.service.ManualCharges;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;

/** The work list of the second person: charges and credits above the limit. */
@Named
@ViewScoped
public class ManualChargeListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient ManualCharges charges;

  private BigDecimal limit;
  private transient PagedModel<ManualChargeRow> rows;

  /** View action: the limit as it stands. */
  public void load() {
    limit = charges.limit().orElse(null);
  }

  public void approve(long id) {
    charges.approve(id);
    rows = null;
    Messages.done("billing", "manual.approved");
  }

  public void reject(long id) {
    charges.reject(id);
    rows = null;
    Messages.done("billing", "manual.rejected");
  }

  /** Sets the limit; empty is none. */
  public String save() {
    charges.limit(limit);
    Messages.done("billing", "manual.limit.saved");
    return "/billing/manual-charge-list.xhtml?faces-redirect=true";
  }

  public PagedModel<ManualChargeRow> getRows() {
    if (rows == null) {
      rows = new PagedModel<>(charges::waiting, ManualChargeRow::id);
    }
    return rows;
  }

  public BigDecimal getLimit() {
    return limit;
  }

  public void setLimit(BigDecimal limit) {
    this.limit = limit;
  }
}
