package com.asta.payments.web;

import com.asta.common.Money;
import com.asta.common.web.Messages;
import com.asta.payments.service.BadDebtRow;
import com.asta.payments.service.BadDebtService;
import com.asta.payments.service.DisputeReason;
import com.asta.payments.service.DisputeRow;
import com.asta.payments.service.DisputeService;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.InterestRow;
import com.asta.payments.service.InterestService;
import com.asta.payments.service.OpenItemRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/** What is contested, added or given up on a customer's account: disputes, interest, bad debts. */
@Named
@ViewScoped
public class AccountClaimsView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private FinancialAccountService accounts;
  @Inject private DisputeService disputes;
  @Inject private InterestService interest;
  @Inject private BadDebtService badDebts;

  private Long disputedItem;
  private BigDecimal disputed;
  private DisputeReason reason;
  private String detail;
  private Long lostItem;
  private String lostReason;
  private long loaded;
  private transient List<DisputeRow> opened;
  private transient List<InterestRow> accrued;
  private transient List<BadDebtRow> losses;

  private void load(long account) {
    if (opened == null || loaded != account) {
      loaded = account;
      opened = disputes.ofAccount(account);
      accrued = interest.accrued(account);
      losses = badDebts.ofAccount(account);
    }
  }

  /** Opens a dispute. */
  public String dispute(long account) {
    OpenItemRow item = item(account, disputedItem);
    disputes.open(
        account,
        disputedItem == null ? 0 : disputedItem,
        disputed == null || item == null ? null : Money.of(disputed, item.open().currency()),
        reason,
        detail);
    Messages.done("payments", "dispute.opened");
    return again(account);
  }

  /** Bills what accrued. */
  public String charge(long account) {
    Money sum = interest.charge(account);
    Messages.done("payments", "interest.charged", sum);
    return again(account);
  }

  /** Proposes to take an item off. */
  public String propose(long account) {
    badDebts.propose(account, lostItem == null ? 0 : lostItem, null, lostReason);
    Messages.done("payments", "baddebt.proposed");
    return again(account);
  }

  private OpenItemRow item(long account, Long id) {
    return accounts.openItems(account).stream()
        .filter(each -> id != null && each.id() == id)
        .findFirst()
        .orElse(null);
  }

  private static String again(long account) {
    return "/payments/customer-account.xhtml?faces-redirect=true&account=" + account;
  }

  /** The disputes of an account. */
  public List<DisputeRow> disputes(long account) {
    load(account);
    return opened;
  }

  /** Interest of an account that is not billed. */
  public List<InterestRow> accrued(long account) {
    load(account);
    return accrued;
  }

  /** Proposals and losses of an account. */
  public List<BadDebtRow> losses(long account) {
    load(account);
    return losses;
  }

  public DisputeReason[] getReasons() {
    return DisputeReason.values();
  }

  public Long getDisputedItem() {
    return disputedItem;
  }

  public void setDisputedItem(Long disputedItem) {
    this.disputedItem = disputedItem;
  }

  public BigDecimal getDisputed() {
    return disputed;
  }

  public void setDisputed(BigDecimal disputed) {
    this.disputed = disputed;
  }

  public DisputeReason getReason() {
    return reason;
  }

  public void setReason(DisputeReason reason) {
    this.reason = reason;
  }

  public String getDetail() {
    return detail;
  }

  public void setDetail(String detail) {
    this.detail = detail;
  }

  public Long getLostItem() {
    return lostItem;
  }

  public void setLostItem(Long lostItem) {
    this.lostItem = lostItem;
  }

  public String getLostReason() {
    return lostReason;
  }

  public void setLostReason(String lostReason) {
    this.lostReason = lostReason;
  }
}
