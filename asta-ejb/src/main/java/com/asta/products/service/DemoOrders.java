package com.asta.products.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.DemoPart;
import com.asta.customers.service.CustomerQuery;
import com.asta.customers.service.CustomerRow;
import com.asta.customers.service.CustomerService;
import com.asta.products.service.NewOrder.Item;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Two fibre orders under way, placed when the demo's warehouse has routers for them. */
@ApplicationScoped
public class DemoOrders implements DemoPart {
  private static final int OPEN_ORDERS = 2;

  @Inject private CustomerService customers;
  @Inject private OrderService orders;
  @Inject private CatalogueService catalogue;
  @Inject private Clock clock;

  @Override
  public int order() {
    return 35;
  }

  @Override
  public void load() {
    LocalDate today = OperatorZone.dayOf(clock.instant());
    long offer = catalogue.currentVersion("FIBRE-300").orElseThrow().offerVersionId();
    List<CustomerRow> rows =
        customers.list(new CustomerQuery(null, null, null, null), 0, OPEN_ORDERS);
    for (CustomerRow row : rows) {
      long accountId = customers.accountsOf(row.id()).get(0).id();
      orders.place(
          new NewOrder("demo-open-" + accountId, accountId, List.of(new Item(offer, null)), today));
    }
  }
}
