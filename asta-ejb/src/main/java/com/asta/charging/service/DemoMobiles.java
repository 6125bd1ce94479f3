package com.asta.charging.service;

import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerQuery;
import com.asta.customers.service.CustomerRow;
import com.asta.customers.service.CustomerService;
import com.asta.products.service.SubscriptionCard;
import com.asta.products.service.SubscriptionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The demo's subscriptions with a telephone number. */
@ApplicationScoped
public class DemoMobiles {
  private static final int MOST_CUSTOMERS = 500;

  @Inject private CustomerService customers;
  @Inject private SubscriptionService subscriptions;

  /** Subscriptions with a number, by number. */
  List<SubscriptionCard> all() {
    List<Long> accountIds = new ArrayList<>();
    for (CustomerRow row :
        customers.list(new CustomerQuery(null, null, null, null), 0, MOST_CUSTOMERS)) {
      customers.accountsOf(row.id()).stream().map(AccountCard::id).forEach(accountIds::add);
    }
    return accountIds.isEmpty()
        ? List.of()
        : subscriptions.ofAccounts(accountIds).stream()
            .filter(
                card -> card.serviceId() != null && HomeNetwork.digits(card.serviceId()) != null)
            .sorted(Comparator.comparing(SubscriptionCard::serviceId))
            .toList();
  }
}
