package com.asta.billing.web;

import com.asta.billing.service.StatementRow;
import com.asta.billing.service.StatementService;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The statements of an account that another one pays for. */
@Named
@ViewScoped
public class StatementsView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient StatementService service;

  private transient PagedModel<StatementRow> rows;
  private transient Boolean any;

  /** Newest first. */
  public PagedModel<StatementRow> rows(long accountId) {
    if (rows == null) {
      rows =
          new PagedModel<>(
              (offset, limit) -> service.ofAccount(accountId, offset, limit),
              StatementRow::invoiceId);
    }
    return rows;
  }

  /** True if there is one. */
  public boolean any(long accountId) {
    if (any == null) {
      any = !service.ofAccount(accountId, 0, 1).isEmpty();
    }
    return any;
  }
}
