package com.asta.charging.web;

import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.ChargingRequest;
import com.asta.charging.service.ChargingService;
import com.asta.charging.service.LedgerRow;
import com.asta.charging.service.PrepaidCard;
import com.asta.charging.service.PrepaidService;
import com.asta.common.web.Format;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** One prepaid account: balance, recharge, ledger. */
@Named
@ViewScoped
public class PrepaidView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private PrepaidService prepaid;
  @Inject private ChargingService charging;
  @Inject private CustomerService customers;

  private Long id;
  private int attempt = 1;
  private String pin;
  private final String session = "console-" + UUID.randomUUID();
  private transient PrepaidCard card;
  private transient CustomerCard customer;
  private transient Boolean balanced;
  private transient PagedModel<LedgerRow> ledger;

  public void load() {
    card = prepaid.account(id);
  }

  public PrepaidCard getCard() {
    if (card == null) {
      load();
    }
    return card;
  }

  /** Whose account it is. */
  public CustomerCard getCustomer() {
    if (customer == null) {
      customer = customers.card(customers.account(getCard().accountId()).customerId());
    }
    return customer;
  }

  /** Whether the entries add up to the balance. */
  public boolean isBalanced() {
    if (balanced == null) {
      balanced = prepaid.balanced(id);
    }
    return balanced;
  }

  public PagedModel<LedgerRow> getLedger() {
    if (ledger == null) {
      ledger =
          new PagedModel<>((offset, limit) -> prepaid.ledger(id, offset, limit), LedgerRow::id);
    }
    return ledger;
  }

  /**
   * Uses a voucher up. The form posted twice does it once: session and attempt are the view's, and
   * only a refusal begins another attempt.
   */
  public String recharge() {
    ChargingAnswer answer =
        charging.handle(ChargingRequest.topUp(session, attempt, "+" + getCard().serviceId(), pin));
    if (answer instanceof ChargingAnswer.Refused refused) {
      attempt++;
      Messages.error(null, "charging", "answer." + refused.reason());
      return null;
    }
    ChargingAnswer.Granted granted = (ChargingAnswer.Granted) answer;
    Messages.done(
        "charging",
        "prepaid.recharged",
        Format.money(granted.amount(), granted.currency()),
        Format.money(granted.balance(), granted.currency()));
    return "/charging/prepaid.xhtml?faces-redirect=true&id=" + id;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public String getPin() {
    return pin;
  }

  public void setPin(String pin) {
    this.pin = pin;
  }
}
