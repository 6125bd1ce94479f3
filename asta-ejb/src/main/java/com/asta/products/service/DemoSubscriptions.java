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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What the demo operator's customers hold, bought over the last ten months. */
@ApplicationScoped
public class DemoSubscriptions implements DemoPart {
  private static final long SEED = 20260702L;
  private static final int CUSTOMERS = 1000;
  private static final int LONGEST_DAYS = 300;
  private static final int SHORTEST_DAYS = 12;
  private static final int BUNDLE_EVERY = 20;
  private static final int UPSELL_AT = 30;
  private static final int RESIGN_AT = 55;
  private static final int FIRST_NUMBER = 200_100;
  private static final int NUMBER_STEP = 379;

  @Inject private CustomerService customers;
  @Inject private OrderService orders;
  @Inject private SubscriptionService subscriptions;
  @Inject private CatalogueService catalogue;
  @Inject private Offers offers;
  @Inject private Clock clock;

  private int numbers;

  @Override
  public int order() {
    return 21;
  }

  @Override
  public void load() {
    Random random = new Random(SEED);
    LocalDate today = OperatorZone.dayOf(clock.instant());
    List<CustomerRow> rows =
        customers.list(new CustomerQuery(null, null, null, null), 0, CUSTOMERS).stream()
            .sorted(Comparator.comparingLong(CustomerRow::id))
            .toList();
    for (int index = 0; index < rows.size(); index++) {
      long accountId = customers.accountsOf(rows.get(index).id()).get(0).id();
      int age = SHORTEST_DAYS + random.nextInt(LONGEST_DAYS - SHORTEST_DAYS);
      LocalDate joined = rows.get(index).registeredOn();
      for (String code : basket(index, random)) {
        LocalDate day = today.minusDays(age);
        buy(accountId, code, day.isBefore(joined) ? joined : day);
        age = Math.max(SHORTEST_DAYS, age - random.nextInt(40));
      }
    }
    change(rows, today);
  }

  private static List<String> basket(int index, Random random) {
    String fibre = List.of("FIBRE-300", "FIBRE-600", "FIBRE-1000").get(random.nextInt(3));
    String mobile = List.of("MOBILE-S", "MOBILE-M", "MOBILE-L").get(random.nextInt(3));
    int kind = random.nextInt(100);
    if (index == 0) {
      return List.of("FIBRE-600", "TV-PACK", "MOBILE-M");
    }
    if (index % BUNDLE_EVERY == 0) {
      return List.of("BUNDLE-HOME");
    }
    if (kind < 35) {
      return List.of(fibre);
    }
    if (kind < 62) {
      return List.of(mobile);
    }
    if (kind < 74) {
      return List.of(fibre, "TV-PACK");
    }
    if (kind < 86) {
      return List.of("PREPAID");
    }
    return kind < 95 ? List.of(fibre, mobile) : List.of(mobile, "MOBILE-S", "ROUTER");
  }

  private void buy(long accountId, String code, LocalDate day) {
    long version = offers.soldOn(code, day).orElseThrow().getId();
    boolean numbered = code.startsWith("MOBILE") || "PREPAID".equals(code);
    boolean bundled = code.startsWith("BUNDLE");
    String number = numbered || bundled ? "+48501%06d".formatted(nextNumber()) : null;
    orders.takeOver(
        new NewOrder(
            "demo-" + accountId + "-" + code + "-" + numbers + "-" + day,
            accountId,
            List.of(new Item(version, number)),
            day));
  }

  private int nextNumber() {
    return FIRST_NUMBER + NUMBER_STEP * numbers++;
  }

  /** One customer moves to a bigger offer next month, another one leaves. */
  private void change(List<CustomerRow> rows, LocalDate today) {
    LocalDate next = today.plusMonths(1).withDayOfMonth(1);
    List<SubscriptionCard> living = new ArrayList<>();
    rows.stream()
        .skip(UPSELL_AT)
        .limit(RESIGN_AT)
        .forEach(row -> living.addAll(subscriptions.ofCustomer(row.id())));
    long big = catalogue.currentVersion("FIBRE-1000").orElseThrow().offerVersionId();
    living.stream()
        .filter(each -> "FIBRE-300".equals(each.offerCode()))
        .findFirst()
        .ifPresent(each -> orders.upsell(each.id(), big, next, "demo-upsell"));
    living.stream()
        .filter(each -> "MOBILE-S".equals(each.offerCode()))
        .findFirst()
        .ifPresent(each -> orders.resign(each.id(), next, "demo-resign"));
  }
}
