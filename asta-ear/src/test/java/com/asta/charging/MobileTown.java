package com.asta.charging;

import com.asta.charging.rules.Allowance;
import com.asta.charging.rules.Rate;
import com.asta.charging.rules.Rounding;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.Step;
import com.asta.charging.rules.TariffContent;
import com.asta.charging.rules.Zone;
import com.asta.charging.service.TariffService;
import com.asta.common.OperatorZone;
import com.asta.common.service.SystemCaller;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.service.CustomerService;
import com.asta.customers.service.NewCustomer;
import com.asta.products.rules.FulfilmentKind;
import com.asta.products.rules.OfferDesign;
import com.asta.products.rules.OfferDesign.DesignedPrice;
import com.asta.products.rules.PriceKind;
import com.asta.products.service.NewOrder;
import com.asta.products.service.NewSpecification;
import com.asta.products.service.OfferDesignService;
import com.asta.products.service.OrderService;
import com.asta.products.service.SubscriptionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Sells mobile subscriptions of its own to customers of its own, for tests. */
@ApplicationScoped
class MobileTown {
  /** A sold subscription; the number has its plus. */
  record Line(long accountId, long subscriptionId, String number, String tariff) {}

  /** First day of the subscriptions. */
  static final LocalDate SINCE = LocalDate.now(OperatorZone.ID).minusMonths(2).withDayOfMonth(1);

  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (System.nanoTime() / 1000 % 700_000) + 100_000);

  @Inject private SystemCaller system;
  @Inject private TariffService tariffs;
  @Inject private OfferDesignService offers;
  @Inject private CustomerService customers;
  @Inject private OrderService orders;
  @Inject private SubscriptionService subscriptions;

  /** 100 s included, then 0.30 a started minute to Polish mobiles; 2.00 a megabyte. */
  Line sell(boolean prepaid) {
    return sell(content(prepaid), 1, prepaid).get(0);
  }

  /** Postpaid lines of customers of their own under one tariff that says this. */
  List<Line> sell(TariffContent content, int lines) {
    return sell(content, lines, false);
  }

  private List<Line> sell(TariffContent content, int lines, boolean prepaid) {
    String code = "TEST-" + NEXT.incrementAndGet();
    return system.call(
        () -> {
          tariffs.publish(tariffs.create(code, code, code, content), SINCE);
          long offer = offer(code, prepaid);
          return IntStream.range(0, lines).mapToObj(n -> sell(code, offer)).toList();
        });
  }

  /** A postpaid line under a published tariff. */
  Line sellUnder(String tariff) {
    return system.call(() -> sell(tariff, offer(tariff, false)));
  }

  /** A published tariff of its own; tells its code. */
  String tariff(boolean prepaid) {
    String code = "TEST-" + NEXT.incrementAndGet();
    system.run(() -> tariffs.publish(tariffs.create(code, code, code, content(prepaid)), SINCE));
    return code;
  }

  private long offer(String code, boolean prepaid) {
    offers.specify(new NewSpecification(code, FulfilmentKind.MOBILE, code, code, "", ""));
    DesignedPrice usage =
        new DesignedPrice(
            PriceKind.USAGE, "USAGE", "Usage", "Zużycie", null, "PLN", false, code, "STANDARD");
    long offer =
        offers.draft(
            code,
            code,
            new OfferDesign(code, code, "", "", prepaid, SINCE, null, List.of(usage), List.of()));
    offers.publishImported(offer);
    return offer;
  }

  private Line sell(String tariff, long offer) {
    int serial = NEXT.incrementAndGet();
    String number = "+48500" + serial;
    String code = "LINE-" + serial;
    long customer =
        customers.register(
            new NewCustomer(
                CustomerKind.INDIVIDUAL,
                "Test",
                "Osoba " + code,
                null,
                null,
                code.toLowerCase() + "@example.com",
                number,
                "ul. Testowa 1",
                "30-001",
                "Kraków",
                "PL",
                "pl"));
    long account = customers.accountsOf(customer).get(0).id();
    orders.takeOver(new NewOrder(code, account, List.of(new NewOrder.Item(offer, number)), SINCE));
    long subscription = subscriptions.ofAccounts(List.of(account)).get(0).id();
    return new Line(account, subscription, number, tariff);
  }

  static TariffContent content(boolean prepaid) {
    Zone mobile = new Zone("MOBILE", "Mobile", "Komórki", List.of("4850", "4860"));
    Rate call =
        Rate.simple(
            "CALL",
            ServiceKind.VOICE,
            "MOBILE",
            "Calls",
            "Połączenia",
            BigDecimal.ZERO,
            new Step(0, new BigDecimal("0.30"), 60, 60));
    Rate data =
        Rate.simple(
            "DATA",
            ServiceKind.DATA,
            null,
            "Data",
            "Dane",
            BigDecimal.ZERO,
            new Step(0, new BigDecimal("2.00"), 1_048_576, 1_048_576));
    Allowance included =
        new Allowance("SECONDS", "100 s", "100 s", ServiceKind.VOICE, Set.of("MOBILE"), 100, 1);
    return new TariffContent(
        "PLN",
        new Rounding(2, RoundingMode.HALF_UP),
        List.of(mobile),
        List.of(),
        List.of(call, data),
        prepaid ? List.of() : List.of(included));
  }
}
