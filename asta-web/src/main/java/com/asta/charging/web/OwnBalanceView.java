package com.asta.charging.web;

import com.asta.charging.service.BucketRow;
import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.LedgerRow;
import com.asta.charging.service.OwnBalanceService;
import com.asta.charging.service.PrepaidCard;
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

/** The signed-in customer's own balances: what is left, until when, and the way to recharge. */
@Named
@ViewScoped
public class OwnBalanceView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private OwnBalanceService balances;
  @Inject private VoucherWords words;

  private final String session = "care-" + UUID.randomUUID();
  private int attempt = 1;
  private Long id;
  private String pin;
  private BigDecimal warnBelow;
  private transient List<PrepaidCard> accounts;
  private transient List<BucketRow> buckets;
  private transient PagedModel<LedgerRow> ledger;

  public List<PrepaidCard> getAccounts() {
    if (accounts == null) {
      accounts = balances.accounts();
    }
    return accounts;
  }

  /** The account that is shown; the first one unless another was chosen. */
  public PrepaidCard getCard() {
    return getAccounts().stream()
        .filter(card -> id == null || card.id() == id)
        .findFirst()
        .orElse(null);
  }

  /** What the shown account can still use. */
  public List<BucketRow> getBuckets() {
    if (buckets == null) {
      buckets = balances.buckets();
    }
    return buckets.stream().filter(row -> row.chargingAccountId() == getCard().id()).toList();
  }

  public PagedModel<LedgerRow> getLedger() {
    if (ledger == null) {
      long shown = getCard().id();
      ledger =
          new PagedModel<>((offset, limit) -> balances.ledger(shown, offset, limit), LedgerRow::id);
    }
    return ledger;
  }

  /** Uses a voucher up; posted twice, it happens once. */
  public String recharge() {
    ChargingAnswer answer = balances.recharge(session, attempt, getCard().id(), pin);
    if (answer instanceof ChargingAnswer.Refused refused) {
      attempt++;
      words.refused(refused);
      return null;
    }
    words.recharged((ChargingAnswer.Granted) answer);
    return "/self-care/recharge.xhtml?faces-redirect=true&id=" + getCard().id();
  }

  /** Keeps below what the customer wants to be warned. */
  public String warn() {
    balances.warnBelow(getCard().id(), warnBelow);
    Messages.done("charging", "own.balance.warned");
    return "/self-care/recharge.xhtml?faces-redirect=true&id=" + getCard().id();
  }

  /** The wish of the shown account; null for the operator's levels. */
  public BigDecimal getWarnBelow() {
    Money known = getCard().warnBelow();
    return warnBelow == null && known != null ? known.amount() : warnBelow;
  }

  public void setWarnBelow(BigDecimal warnBelow) {
    this.warnBelow = warnBelow;
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
