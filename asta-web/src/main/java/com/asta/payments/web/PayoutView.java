package com.asta.payments.web;

import com.asta.common.web.Messages;
import com.asta.payments.service.PaymentRow;
import com.asta.payments.service.PaymentService;
import com.asta.payments.service.PayoutProposal;
import com.asta.payments.service.ProviderPayoutService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;

/** A bank line that is what the payment provider paid out. */
@Named
@ViewScoped
public class PayoutView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ProviderPayoutService payouts;
  @Inject private PaymentService payments;

  private long payment;
  private LocalDate until;
  private transient PaymentRow row;
  private transient PayoutProposal proposal;

  /** Proposes the payments until the day that fits best. */
  public void load() {
    if (until == null) {
      until = payouts.likelyUntil(payment);
    }
  }

  /** Shows what another day would settle. */
  public void propose() {
    proposal = null;
  }

  /** Settles the line. */
  public String settle() {
    payouts.settle(payment, until);
    Messages.done("payments", "payout.done");
    return "/payments/payment.xhtml?faces-redirect=true&id=" + payment;
  }

  /** Whether a payment was settled as a payout. */
  public boolean payout(long paymentId) {
    return payouts.isPayout(paymentId);
  }

  public PaymentRow getRow() {
    if (row == null) {
      row = payments.payment(payment);
    }
    return row;
  }

  public PayoutProposal getProposal() {
    if (proposal == null && until != null) {
      proposal = payouts.proposal(payment, until);
    }
    return proposal;
  }

  public long getPayment() {
    return payment;
  }

  public void setPayment(long payment) {
    this.payment = payment;
  }

  public LocalDate getUntil() {
    return until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }
}
