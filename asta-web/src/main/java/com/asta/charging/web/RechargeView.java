package com.asta.charging.web;

import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.PaymentRecharge;
import com.asta.charging.service.RechargeService;
import com.asta.common.web.Format;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;

/** Recharges an account by voucher or by payment. */
@Named
@ViewScoped
public class RechargeView extends AccountForm {
  private static final long serialVersionUID = 1L;
  private static final List<String> SOURCES = List.of("CASH", "CARD", "BANK");

  @Inject private RechargeService recharges;
  @Inject private VoucherWords words;

  private int attempt = 1;
  private String pin;
  private BigDecimal amount;
  private String source = SOURCES.get(0);
  private String reference;

  /**
   * Uses a voucher up. The form posted twice does it once: key and attempt are the view's, and only
   * a refusal begins another attempt.
   */
  public String byVoucher() {
    ChargingAnswer answer =
        recharges.byVoucher("console-" + key(), attempt, "+" + getCard().serviceId(), pin);
    if (answer instanceof ChargingAnswer.Refused refused) {
      attempt++;
      words.refused(refused);
      return null;
    }
    words.recharged((ChargingAnswer.Granted) answer);
    return account();
  }

  /** Adds what was paid. */
  public String byPayment() {
    String currency = getCard().balance().currency();
    BigDecimal after =
        recharges.byPayment(
            new PaymentRecharge(getId(), amount, currency, source, reference.strip()));
    Messages.done(
        "charging",
        "prepaid.recharged",
        Format.money(amount, currency),
        Format.money(after, currency));
    return account();
  }

  public List<String> getSources() {
    return SOURCES;
  }

  public String getPin() {
    return pin;
  }

  public void setPin(String pin) {
    this.pin = pin;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }
}
