package com.asta.payments.web;

import com.asta.common.web.Messages;
import com.asta.payments.rules.Pain001;
import com.asta.payments.rules.Pain008;
import com.asta.payments.service.DebitPolicy;
import com.asta.payments.service.DebitSettingsService;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** The settings of direct debits and refunds. */
@Named
@ViewScoped
public class DebitSettingsView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private DebitSettingsService settings;

  private String creditor;
  private String bic;
  private int leadDays;
  private int noticeDays;
  private String retryDays;
  private BigDecimal returnFee;
  private Pain008.Version debitVersion;
  private Pain001.Version refundVersion;
  private BigDecimal refundLimit;
  private String currency;

  @PostConstruct
  void load() {
    DebitPolicy policy = settings.policy();
    creditor = policy.creditor() == null ? "" : policy.creditor().value();
    bic = policy.creditorBic();
    leadDays = policy.leadDays();
    noticeDays = policy.noticeDays();
    retryDays =
        policy.retries().days().stream().map(String::valueOf).collect(Collectors.joining(" "));
    returnFee = policy.returnFee().displayAmount();
    debitVersion = policy.debitVersion();
    refundVersion = policy.refundVersion();
    refundLimit = policy.refundLimit().displayAmount();
    currency = policy.refundLimit().currency();
  }

  /** Keeps who collects. */
  public String saveCreditor() {
    settings.creditor(creditor, bic);
    return saved();
  }

  /** Keeps when debts are collected, and the files. */
  public String saveRules() {
    settings.collecting(leadDays, noticeDays, retryDays, returnFee);
    settings.files(debitVersion, refundVersion, refundLimit);
    return saved();
  }

  private static String saved() {
    Messages.done("payments", "settings.saved");
    return "/payments/payment-settings.xhtml?faces-redirect=true";
  }

  public Pain008.Version[] getDebitVersions() {
    return Pain008.Version.values();
  }

  public Pain001.Version[] getRefundVersions() {
    return Pain001.Version.values();
  }

  public String getCurrency() {
    return currency;
  }

  public String getCreditor() {
    return creditor;
  }

  public void setCreditor(String creditor) {
    this.creditor = creditor;
  }

  public String getBic() {
    return bic;
  }

  public void setBic(String bic) {
    this.bic = bic;
  }

  public int getLeadDays() {
    return leadDays;
  }

  public void setLeadDays(int leadDays) {
    this.leadDays = leadDays;
  }

  public int getNoticeDays() {
    return noticeDays;
  }

  public void setNoticeDays(int noticeDays) {
    this.noticeDays = noticeDays;
  }

  public String getRetryDays() {
    return retryDays;
  }

  public void setRetryDays(String retryDays) {
    this.retryDays = retryDays;
  }

  public BigDecimal getReturnFee() {
    return returnFee;
  }

  public void setReturnFee(BigDecimal returnFee) {
    this.returnFee = returnFee;
  }

  public Pain008.Version getDebitVersion() {
    return debitVersion;
  }

  public void setDebitVersion(Pain008.Version debitVersion) {
    this.debitVersion = debitVersion;
  }

  public Pain001.Version getRefundVersion() {
    return refundVersion;
  }

  public void setRefundVersion(Pain001.Version refundVersion) {
    this.refundVersion = refundVersion;
  }

  public BigDecimal getRefundLimit() {
    return refundLimit;
  }

  public void setRefundLimit(BigDecimal refundLimit) {
    this.refundLimit = refundLimit;
  }
}
