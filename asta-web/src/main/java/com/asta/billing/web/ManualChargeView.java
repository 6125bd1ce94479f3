package com.asta.billing.web;

import com.asta.billing.rules.ChargeReason;
import com.asta.billing.service.BillingAccountCard;
import com.asta.billing.service.BillingService;
import com.asta.billing.service.ManualChargeRow;
import com.asta.billing.service.ManualCharges;
import com.asta.billing.service.NewManualCharge;
import com.asta.common.Money;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Puts a charge or a credit on an account, and shows those that were entered before. */
@Named
@ViewScoped
public class ManualChargeView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final List<String> VAT = List.of("STANDARD", "REDUCED", "EXEMPT");

  @Inject private transient ManualCharges charges;
  @Inject private transient BillingService billing;

  private final String requestKey = "manual-" + UUID.randomUUID();
  private long accountId;
  private boolean credit;
  private BigDecimal amount;
  private String vatCategory = "STANDARD";
  private ChargeReason reason;
  private String textEn;
  private String textPl;
  private String note;
  private transient BillingAccountCard account;
  private transient PagedModel<ManualChargeRow> rows;

  /** Enters the charge; above the limit it waits for a second person. */
  public String enter() {
    Money net = amount == null ? null : Money.of(amount, getAccount().currency());
    charges.enter(
        new NewManualCharge(
            requestKey,
            accountId,
            reason,
            net == null || !credit ? net : net.negated(),
            textEn,
            textPl,
            vatCategory,
            note));
    Messages.done("billing", charges.isAboveLimit(net) ? "manual.proposed" : "manual.entered");
    return "/billing/manual-charge.xhtml?faces-redirect=true&account=" + accountId;
  }

  /** Null while the account has nothing to bill. */
  public BillingAccountCard getAccount() {
    if (account == null) {
      account = billing.account(accountId).orElse(null);
    }
    return account;
  }

  public PagedModel<ManualChargeRow> getRows() {
    if (rows == null) {
      rows =
          new PagedModel<>(
              (offset, limit) -> charges.ofAccount(accountId, offset, limit), ManualChargeRow::id);
    }
    return rows;
  }

  /** Net above which another person has to agree; null for none. */
  public BigDecimal getLimit() {
    return charges.limit().orElse(null);
  }

  public ChargeReason[] getReasons() {
    return ChargeReason.values();
  }

  public List<String> getVatCategories() {
    return VAT;
  }

  public long getAccountId() {
    return accountId;
  }

  public void setAccountId(long accountId) {
    this.accountId = accountId;
  }

  public boolean isCredit() {
    return credit;
  }

  public void setCredit(boolean credit) {
    this.credit = credit;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public String getVatCategory() {
    return vatCategory;
  }

  public void setVatCategory(String vatCategory) {
    this.vatCategory = vatCategory;
  }

  public ChargeReason getReason() {
    return reason;
  }

  public void setReason(ChargeReason reason) {
    this.reason = reason;
  }

  public String getTextEn() {
    return textEn;
  }

  public void setTextEn(String textEn) {
    this.textEn = textEn;
  }

  public String getTextPl() {
    return textPl;
  }

  public void setTextPl(String textPl) {
    this.textPl = textPl;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
