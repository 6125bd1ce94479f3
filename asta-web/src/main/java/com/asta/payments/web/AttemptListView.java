package com.asta.payments.web;

import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import com.asta.payments.service.AttemptQuery;
import com.asta.payments.service.AttemptRow;
import com.asta.payments.service.CardRow;
import com.asta.payments.service.GatewayNoticeService;
import com.asta.payments.service.PaymentAttemptService;
import com.asta.payments.service.ProviderRefundRow;
import com.asta.payments.service.ProviderRefundService;
import com.asta.payments.service.SavedCardService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Electronic payments: what became of attempts, and refunds that wait for a person. */
@Named
@ViewScoped
public class AttemptListView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int REFUNDS = 50;
  private static final int OF_CUSTOMER = 25;
  private static final int SHOWN = 5;

  @Inject private PaymentAttemptService attempts;
  @Inject private ProviderRefundService refunds;
  @Inject private GatewayNoticeService notices;
  @Inject private SavedCardService cards;

  private AttemptQuery.Show show;
  private Long customer;
  private transient PagedModel<AttemptRow> rows;
  private transient List<ProviderRefundRow> waiting;
  private transient List<AttemptRow> ofCustomer;
  private transient Map<Long, Optional<CardRow>> saved;

  /** The attempts, fetched page by page. */
  public PagedModel<AttemptRow> getRows() {
    if (rows == null) {
      AttemptQuery query = new AttemptQuery(show, customer);
      rows =
          new PagedModel<>((offset, limit) -> attempts.list(query, offset, limit), AttemptRow::id);
    }
    return rows;
  }

  /** The newest attempts on an account of a customer, for the customer's page. */
  public List<AttemptRow> latest(long customerId, long accountId) {
    if (ofCustomer == null) {
      ofCustomer = attempts.list(new AttemptQuery(null, customerId), 0, OF_CUSTOMER);
    }
    return ofCustomer.stream().filter(each -> each.accountId() == accountId).limit(SHOWN).toList();
  }

  /** The saved card of an account, null if there is none. */
  public CardRow card(long accountId) {
    if (saved == null) {
      saved = new HashMap<>();
    }
    return saved.computeIfAbsent(accountId, cards::ofAccount).orElse(null);
  }

  public List<ProviderRefundRow> getWaiting() {
    if (waiting == null) {
      waiting = refunds.waiting(0, REFUNDS);
    }
    return waiting;
  }

  /** A second person agrees to a refund. */
  public void approve(long refund) {
    ProviderRefundRow row = refunds.approve(refund);
    waiting = null;
    Messages.done("payments", "giveback.state." + row.state());
  }

  /** A second person denies a refund. */
  public void deny(long refund) {
    refunds.deny(refund);
    waiting = null;
    Messages.done("payments", "giveback.state.DENIED");
  }

  /** Asks the provider about a refund. */
  public void ask(long refund) {
    ProviderRefundRow row = refunds.askNow(refund);
    waiting = null;
    Messages.done("payments", "giveback.state." + row.state());
  }

  /** How many notifications were not the provider's. */
  public long getRejected() {
    return notices.rejected();
  }

  /** Whether electronic payments are set up. */
  public boolean isPossible() {
    return attempts.isOpen();
  }

  /** Goes to the narrowed list by GET. */
  public String narrow() {
    return "/payments/attempt-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public AttemptQuery.Show[] getShows() {
    return AttemptQuery.Show.values();
  }

  public AttemptQuery.Show getShow() {
    return show;
  }

  public void setShow(AttemptQuery.Show show) {
    this.show = show;
  }

  public Long getCustomer() {
    return customer;
  }

  public void setCustomer(Long customer) {
    this.customer = customer;
  }
}
