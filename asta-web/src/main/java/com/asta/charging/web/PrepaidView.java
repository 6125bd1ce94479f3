package com.asta.charging.web;

import com.asta.charging.service.AdjustmentRow;
import com.asta.charging.service.AdjustmentService;
import com.asta.charging.service.BucketRow;
import com.asta.charging.service.LedgerQuery;
import com.asta.charging.service.LedgerRow;
import com.asta.charging.service.PrepaidCard;
import com.asta.charging.service.PrepaidService;
import com.asta.common.web.PagedModel;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** One charging account: balance, life, buckets, ledger. */
@Named
@ViewScoped
public class PrepaidView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final List<String> KINDS =
      List.of(
          "OPENING",
          "DEBIT",
          "TOP_UP",
          "PAYMENT",
          "TRANSFER",
          "ADJUSTMENT",
          "REFUND",
          "EXPIRY",
          "FORFEIT",
          "BILLED");

  @Inject private PrepaidService prepaid;
  @Inject private AdjustmentService adjustments;
  @Inject private CustomerService customers;

  private Long id;
  private String kind;
  private LocalDate from;
  private LocalDate to;
  private transient PrepaidCard card;
  private transient PrepaidCard group;
  private transient CustomerCard customer;
  private transient Boolean balanced;
  private transient List<BucketRow> buckets;
  private transient List<AdjustmentRow> pending;
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

  /** The shared account it takes part in; null if there is none. */
  public PrepaidCard getGroup() {
    if (group == null && getCard().groupId() != null) {
      group = prepaid.account(getCard().groupId());
    }
    return group;
  }

  public List<BucketRow> getBuckets() {
    if (buckets == null) {
      buckets = prepaid.buckets(List.of(id));
    }
    return buckets;
  }

  /** Adjustments that wait for a second person. */
  public List<AdjustmentRow> getPending() {
    if (pending == null) {
      pending = adjustments.list("PENDING", id, 0, 20);
    }
    return pending;
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
      LedgerQuery query = new LedgerQuery(id, kind, from, to);
      ledger =
          new PagedModel<>((offset, limit) -> prepaid.ledger(query, offset, limit), LedgerRow::id);
    }
    return ledger;
  }

  public List<String> getKinds() {
    return KINDS;
  }

  /** Shows the filtered ledger at its own address. */
  public String narrow() {
    return "/charging/prepaid.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = KINDS.contains(kind) ? kind : null;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }
}
