package com.asta.payments.web;

import com.asta.common.web.Messages;
import com.asta.payments.service.ProviderRefundService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;

/** The amount above which a second person decides about a refund. */
@Named
@ViewScoped
public class RefundLimitView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ProviderRefundService refunds;

  private BigDecimal limit;

  /** Keeps the limit. */
  public void save() {
    refunds.limitTo(limit == null ? BigDecimal.ZERO : limit);
    Messages.done("payments", "settings.saved");
  }

  public BigDecimal getLimit() {
    if (limit == null) {
      limit = refunds.limit().displayAmount();
    }
    return limit;
  }

  public void setLimit(BigDecimal limit) {
    this.limit = limit;
  }
}
