package com.asta.products.web;

import com.asta.common.OperatorZone;
import com.asta.common.web.Messages;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.products.rules.SubscriptionStatus;
import com.asta.products.service.OfferCard;
import com.asta.products.service.OrderService;
import com.asta.products.service.PhaseCard;
import com.asta.products.service.SubscriptionCard;
import com.asta.products.service.SubscriptionService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** One subscription: its phases, and what can be done with it. */
@Named
@ViewScoped
public class SubscriptionView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private SubscriptionService subscriptions;
  @Inject private OrderService orders;
  @Inject private CustomerService customers;
  @Inject private Clock clock;

  private final String requestKey = UUID.randomUUID().toString();
  private Long id;
  private Long wishedVersionId;
  private LocalDate changeFrom;
  private LocalDate resignOn;
  private String reason;
  private transient SubscriptionCard card;
  private transient CustomerCard customer;
  private transient List<PhaseCard> phases;
  private transient List<SubscriptionCard> members;
  private transient List<OfferCard> bigger;

  /** View action: an unknown id is answered before the page is drawn. */
  public void load() {
    card = subscriptions.card(id);
    if (changeFrom == null) {
      changeFrom = getToday();
      resignOn = getToday().plusMonths(1).withDayOfMonth(1);
    }
  }

  public String upsell() {
    orders.upsell(id, wishedVersionId, changeFrom, requestKey);
    return done("subscription.changed");
  }

  public String resign() {
    orders.resign(id, resignOn, requestKey);
    return done("subscription.resigned");
  }

  public String bar() {
    subscriptions.bar(id, reason);
    return done("subscription.barred");
  }

  public String unbar() {
    subscriptions.unbar(id, reason);
    return done("subscription.unbarred");
  }

  private String done(String key) {
    Messages.done("products", key);
    return "/products/subscription.xhtml?faces-redirect=true&id=" + id;
  }

  public SubscriptionCard getCard() {
    if (card == null) {
      load();
    }
    return card;
  }

  public CustomerCard getCustomer() {
    if (customer == null) {
      customer = customers.card(getCard().customerId());
    }
    return customer;
  }

  public List<PhaseCard> getPhases() {
    if (phases == null) {
      phases = subscriptions.history(id);
    }
    return phases;
  }

  public List<SubscriptionCard> getMembers() {
    if (members == null) {
      members = subscriptions.membersOf(id);
    }
    return members;
  }

  /** The offers it could move to today. */
  public List<OfferCard> getBigger() {
    if (bigger == null) {
      bigger = isActive() ? orders.biggerOffers(id, getToday()) : List.of();
    }
    return bigger;
  }

  /** The offer chosen, or the first one until a person chooses. */
  public Long getWished() {
    if (wishedVersionId != null || getBigger().isEmpty()) {
      return wishedVersionId;
    }
    return getBigger().get(0).offerVersionId();
  }

  public boolean isActive() {
    return getCard().status() == SubscriptionStatus.ACTIVE;
  }

  public boolean isBarred() {
    return getCard().status() == SubscriptionStatus.BARRED;
  }

  public boolean isResignable() {
    return getCard().status() != SubscriptionStatus.TERMINATED
        && getCard().endsOn() == null
        && !getCard().included();
  }

  public LocalDate getToday() {
    return OperatorZone.dayOf(clock.instant());
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public Long getWishedVersionId() {
    return wishedVersionId;
  }

  public void setWishedVersionId(Long wishedVersionId) {
    this.wishedVersionId = wishedVersionId;
  }

  public LocalDate getChangeFrom() {
    return changeFrom;
  }

  public void setChangeFrom(LocalDate changeFrom) {
    this.changeFrom = changeFrom;
  }

  public LocalDate getResignOn() {
    return resignOn;
  }

  public void setResignOn(LocalDate resignOn) {
    this.resignOn = resignOn;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
