package com.asta.products.web;

import com.asta.products.rules.SubscriptionStatus;
import com.asta.products.service.SubscriptionCard;
import com.asta.products.service.SubscriptionService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the customer who is signed in holds. */
@Named
@RequestScoped
public class SelfCareServicesView {
  @Inject private SubscriptionService subscriptions;

  private List<SubscriptionCard> services;

  public List<SubscriptionCard> getServices() {
    if (services == null) {
      services =
          subscriptions.own().stream()
              .filter(card -> card.status() != SubscriptionStatus.TERMINATED)
              .toList();
    }
    return services;
  }
}
