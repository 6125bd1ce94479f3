package com.asta.charging.web;

import com.asta.charging.model.ChargingAccountStatus;
import com.asta.charging.service.LedgerCheck;
import com.asta.charging.service.LedgerCheckService;
import com.asta.charging.service.PrepaidCard;
import com.asta.charging.service.PrepaidService;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;

/** Prepaid accounts, found by their number. */
@Named
@ViewScoped
public class PrepaidListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private PrepaidService prepaid;
  @Inject private LedgerCheckService checks;

  private String text;
  private ChargingAccountStatus status;
  private transient PagedModel<PrepaidCard> rows;
  private transient Optional<LedgerCheck> check;

  public PagedModel<PrepaidCard> getRows() {
    if (rows == null) {
      rows =
          new PagedModel<>(
              (offset, limit) -> prepaid.list(text, status, offset, limit), PrepaidCard::id);
    }
    return rows;
  }

  /** The newest finished check of the ledger; null if there is none. */
  public LedgerCheck getCheck() {
    if (check == null) {
      check = checks.latest();
    }
    return check.orElse(null);
  }

  /** Shows the filtered list at its own address. */
  public String narrow() {
    return "/charging/prepaid-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public ChargingAccountStatus[] getStatuses() {
    return ChargingAccountStatus.values();
  }

  public ChargingAccountStatus getStatus() {
    return status;
  }

  public void setStatus(ChargingAccountStatus status) {
    this.status = status;
  }
}
