package com.asta.payments.web;

import com.asta.common.Money;
import com.asta.common.web.Messages;
import com.asta.payments.service.NewProviderRefund;
import com.asta.payments.service.PaymentAttemptService;
import com.asta.payments.service.PaymentRow;
import com.asta.payments.service.PaymentService;
import com.asta.payments.service.ProviderRefundRow;
import com.asta.payments.service.ProviderRefundService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Gives an electronic payment back, and shows what of a payment went back. */
@Named
@ViewScoped
public class ProviderRefundView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ProviderRefundService refunds;
  @Inject private PaymentService payments;
  @Inject private PaymentAttemptService attempts;

  private final String requestKey = UUID.randomUUID().toString();
  private long payment;
  private BigDecimal amount;
  private String reason;
  private transient PaymentRow row;
  private transient List<ProviderRefundRow> earlier;

  /** Proposes what is left of the payment. */
  public void load() {
    if (amount == null) {
      amount = getLeft().displayAmount();
    }
  }

  /** Gives back, or asks a second person. */
  public String refund() {
    ProviderRefundRow done = refunds.refund(wish());
    Messages.done("payments", "giveback.state." + done.state());
    return page();
  }

  /** Notes that the payer's bank took the payment back. */
  public String chargeBack() {
    refunds.chargeBack(wish());
    Messages.done("payments", "giveback.chargedback");
    return page();
  }

  private NewProviderRefund wish() {
    Money wanted =
        Money.of(amount == null ? BigDecimal.ZERO : amount, getRow().amount().currency());
    return new NewProviderRefund(requestKey, payment, wanted, reason);
  }

  private String page() {
    return "/payments/payment.xhtml?faces-redirect=true&id=" + payment;
  }

  public PaymentRow getRow() {
    if (row == null) {
      row = payments.payment(payment);
    }
    return row;
  }

  /** What of a payment went back or is to go back, newest first. */
  public List<ProviderRefundRow> of(long paymentId) {
    if (earlier == null) {
      earlier = refunds.ofPayment(paymentId);
    }
    return earlier;
  }

  /** The number of the attempt a payment came by, null if by none. */
  public Long attemptOf(long paymentId) {
    return attempts.ofPayment(paymentId).map(each -> each.id()).orElse(null);
  }

  /** What can still be given back. */
  public Money getLeft() {
    Money left = getRow().amount();
    for (ProviderRefundRow each : of(payment)) {
      boolean gone =
          switch (each.state()) {
            case NEW, UNKNOWN, PENDING, COMPLETED -> true;
            case REQUESTED, DENIED, REJECTED -> false;
          };
      left = gone ? left.minus(each.amount()) : left;
    }
    return left;
  }

  /** Above it a second person decides. */
  public Money getLimit() {
    return refunds.limit();
  }

  public long getPayment() {
    return payment;
  }

  public void setPayment(long payment) {
    this.payment = payment;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
