package com.asta.billing.web;

import com.asta.billing.service.StatementRow;
import com.asta.billing.service.StatementService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What others pay for the customer who is signed in. */
@Named
@RequestScoped
public class SelfCareStatementsView {
  private static final int SHOWN = 24;

  @Inject private StatementService service;

  private List<StatementRow> rows;

  /** The latest statements of each account. */
  public List<StatementRow> getRows() {
    if (rows == null) {
      rows = service.own(SHOWN);
    }
    return rows;
  }
}
