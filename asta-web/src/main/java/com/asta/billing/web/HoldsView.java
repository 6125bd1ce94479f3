package com.asta.billing.web;

import com.asta.billing.rules.HoldKind;
import com.asta.billing.service.HoldRow;
import com.asta.billing.service.HoldService;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is held back for an account, for its page and for the 360° page. */
@Named
@ViewScoped
public class HoldsView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient HoldService service;

  private HoldKind kind = HoldKind.BILLING;
  private String reason;
  private LocalDate from;
  private LocalDate until;
  private transient Map<Long, List<HoldRow>> rows;

  /** Everything held back for the account, newest first. */
  public List<HoldRow> rows(long accountId) {
    if (rows == null) {
      rows = new HashMap<>();
    }
    return rows.computeIfAbsent(accountId, service::ofAccount);
  }

  /** What is held back today. */
  public List<HoldRow> active(long accountId) {
    return rows(accountId).stream().filter(HoldRow::active).toList();
  }

  /** Places what the form says. */
  public String place(long accountId) {
    service.place(accountId, kind, reason, from, until);
    Messages.done("billing", "hold.placed");
    return page(accountId);
  }

  /** Takes one back. */
  public String release(long accountId, long holdId) {
    service.release(accountId, holdId);
    Messages.done("billing", "hold.released");
    return page(accountId);
  }

  private static String page(long accountId) {
    return "/billing/billing-account.xhtml?faces-redirect=true&id=" + accountId;
  }

  public HoldKind[] getKinds() {
    return HoldKind.values();
  }

  public HoldKind getKind() {
    return kind;
  }

  public void setKind(HoldKind kind) {
    this.kind = kind;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getUntil() {
    return until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }
}
