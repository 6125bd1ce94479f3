package com.asta.products.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.common.service.SearchHit;
import com.asta.common.service.SearchSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds subscriptions by telephone number, and orders by theirs. */
@ApplicationScoped
public class ProductsSearch implements SearchSource {
  private static final int SHORTEST = 4;

  @Inject private SubscriptionRows subscriptions;
  @Inject private OrderRows orders;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  @Override
  public List<SearchHit> search(String text, int limit) {
    boolean allowed =
        Stream.of(Roles.AGENT, Roles.PRODUCT_MANAGER, Roles.ADMIN).anyMatch(user::isInRole);
    String digits = text == null ? "" : text.replaceAll("\\D", "");
    if (!allowed || digits.length() < SHORTEST || !text.matches("(?i)\\s*(ORD)?[-+()\\d\\s]+")) {
      return List.of();
    }
    List<SearchHit> hits = new ArrayList<>();
    if (text.strip().toUpperCase(java.util.Locale.ROOT).startsWith("ORD")) {
      orders
          .list(new OrderQuery(text.strip(), null, null), 0, limit)
          .forEach(row -> hits.add(hit(row)));
    } else {
      subscriptions.byServiceId(digits, OperatorZone.dayOf(clock.instant())).stream()
          .limit(limit)
          .forEach(card -> hits.add(hit(card)));
    }
    return hits;
  }

  private static SearchHit hit(OrderRow row) {
    return new SearchHit(
        "order",
        row.number(),
        row.firstOfferPl() + " · " + row.wishedOn(),
        "/products/order.xhtml?id=" + row.id(),
        row.id());
  }

  private static SearchHit hit(SubscriptionCard card) {
    return new SearchHit(
        "subscription",
        card.serviceId(),
        card.namePl() + " · " + card.activatedOn(),
        "/products/subscription.xhtml?id=" + card.id(),
        card.id());
  }
}
