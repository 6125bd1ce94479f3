package com.asta.charging.web;

import com.asta.charging.rules.BalanceTransfer;
import com.asta.charging.service.BalancePolicyService;
import com.asta.charging.service.PrepaidCard;
import com.asta.charging.service.PrepaidService;
import com.asta.charging.service.TransferService;
import com.asta.common.web.Format;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;

/** Gives balance of an account to another. */
@Named
@ViewScoped
public class TransferView extends AccountForm {
  private static final long serialVersionUID = 1L;

  @Inject private TransferService transfers;
  @Inject private PrepaidService prepaid;
  @Inject private BalancePolicyService policies;

  private String to;
  private BigDecimal amount;
  private transient BalanceTransfer.Policy policy;

  public String transfer() {
    PrepaidCard taker = prepaid.ofNumber(to);
    transfers.transfer("transfer-" + key(), getId(), taker.id(), amount);
    Messages.done(
        "charging",
        "transfer.done",
        Format.money(amount, taker.balance().currency()),
        Format.phone("+" + taker.serviceId()));
    return account();
  }

  /** The limits and the fee. */
  public BalanceTransfer.Policy getPolicy() {
    if (policy == null) {
      policy = policies.policy().transfers();
    }
    return policy;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }
}
