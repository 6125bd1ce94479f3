package com.asta.billing.web;

import com.asta.billing.service.DepositRow;
import com.asta.billing.service.DepositService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The deposits of the account that a page shows; read once a request. */
@Named
@RequestScoped
public class DepositsView {
  @Inject private DepositService deposits;

  private List<DepositRow> rows;

  public List<DepositRow> of(long accountId) {
    if (rows == null) {
      rows = deposits.ofAccount(accountId);
    }
    return rows;
  }
}
