package com.asta.billing;

import com.asta.billing.batch.BillRunJob;
import com.asta.billing.model.BillRunStatus;
import com.asta.billing.rules.BillCycle;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.BillingService;
import com.asta.common.OperatorZone;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.service.CustomerService;
import com.asta.customers.service.NewCustomer;
import com.asta.products.rules.Discount;
import com.asta.products.rules.FulfilmentKind;
import com.asta.products.rules.OfferDesign;
import com.asta.products.rules.OfferDesign.DesignedPrice;
import com.asta.products.rules.PriceKind;
import com.asta.products.service.NewOrder;
import com.asta.products.service.NewSpecification;
import com.asta.products.service.OfferDesignService;
import com.asta.products.service.OrderService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Sells fibre to customers of its own, billed on a day of its own, and runs their bills. */
@ApplicationScoped
class FibreTown {
  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (System.nanoTime() / 1000 % 700_000) + 100_000);
  private static final AtomicInteger PLOTS = new AtomicInteger();
  private static final AtomicInteger LATE_PLOTS = new AtomicInteger();
  private static final int DAYS = 30;
  private static final long PATIENCE_MILLIS = 60_000;

  @Inject private SystemCaller system;
  @Inject private Database database;
  @Inject private OfferDesignService offers;
  @Inject private CustomerService customers;
  @Inject private OrderService orders;
  @Inject private BillingService billing;
  @Inject private BillRunService runs;
  @Inject private BillRunJob job;

  /** Customers whose cycle nobody else's test has. */
  record Street(BillCycle cycle, List<Long> accounts, LocalDate cycleEnd) {}

  /** 59.99 a month in advance and 100.00 once, from the 20th day before the cycle's last end. */
  Street settle(int houses) {
    return settle(houses, 0);
  }

  /** One customer of an offer with these prices and discounts, sold with promotion codes. */
  Street sell(
      List<DesignedPrice> prices,
      List<Discount> discounts,
      List<String> promotions,
      int monthsEarlier) {
    Street plot = plot(FibreTown::next);
    BillCycle cycle = plot.cycle();
    LocalDate cycleEnd = plot.cycleEnd();
    LocalDate since = cycle.onOrBefore(cycleEnd.minusMonths(monthsEarlier));
    String code = "SCHEME-" + NEXT.incrementAndGet();
    OfferDesign design =
        new OfferDesign(code, code, "", "", false, since, null, prices, List.of()).with(discounts);
    return system.call(
        () -> {
          long offer = publish(code, design);
          long account = moveIn(code, 1, offer, since, cycle, promotions);
          return new Street(cycle, List.of(account), cycleEnd);
        });
  }

  /** As {@link #settle(int)}, whole months earlier, so that there is more than one bill. */
  Street settle(int houses, int monthsEarlier) {
    return settle(plot(FibreTown::next), houses, monthsEarlier);
  }

  /**
   * As {@link #settle(int)}, on a cycle that ended last before today and goes on today; others may
   * have settled on its day.
   */
  Street settleLately(int houses) {
    return settle(plot(FibreTown::late), houses, 0);
  }

  private Street settle(Street plot, int houses, int monthsEarlier) {
    BillCycle cycle = plot.cycle();
    LocalDate cycleEnd = plot.cycleEnd();
    LocalDate since = cycleEnd.minusMonths(monthsEarlier).minusDays(20);
    String code = "FIBRE-" + NEXT.incrementAndGet();
    return system.call(
        () -> {
          long offer = publish(code, since);
          List<Long> accounts = new ArrayList<>();
          for (int house = 1; house <= houses; house++) {
            accounts.add(moveIn(code, house, offer, since, cycle));
          }
          return new Street(cycle, accounts, cycleEnd);
        });
  }

  /** A plot on whose day no run is open, as some tests leave theirs. */
  private Street plot(Supplier<Street> plots) {
    List<LocalDate> open =
        database.rows(
            "select cycle_end from billing.bill_run where status in ('TRIAL', 'REVIEW', 'APPROVED')",
            row -> row.getObject(1, LocalDate.class));
    Street plot = plots.get();
    while (open.stream().anyMatch(plot.cycle()::isBoundary)) {
      plot = plots.get();
    }
    return plot;
  }

  /**
   * A cycle of its own; when the days of the month are used up, one that ended a month earlier, on
   * which the streets before were not settled yet.
   */
  private static Street next() {
    int number = PLOTS.getAndIncrement();
    BillCycle cycle = new BillCycle(2 + number % DAYS);
    LocalDate cycleEnd = cycle.onOrBefore(LocalDate.now(OperatorZone.ID));
    for (int earlier = number / DAYS; earlier > 0; earlier--) {
      cycleEnd = cycle.endingOn(cycleEnd).start();
    }
    return new Street(cycle, List.of(), cycleEnd);
  }

  private static Street late() {
    LocalDate today = LocalDate.now(OperatorZone.ID);
    BillCycle cycle = new BillCycle(2 + LATE_PLOTS.getAndIncrement() % DAYS);
    return cycle.isBoundary(today) ? late() : new Street(cycle, List.of(), cycle.onOrBefore(today));
  }

  private long publish(String code, LocalDate since) {
    DesignedPrice monthly =
        new DesignedPrice(
            PriceKind.RECURRING,
            "FEE",
            "Fibre",
            "Światłowód",
            new BigDecimal("59.99"),
            "PLN",
            true,
            null,
            "STANDARD");
    DesignedPrice once =
        new DesignedPrice(
            PriceKind.ONE_TIME,
            "START",
            "Connection",
            "Przyłączenie",
            new BigDecimal("100.00"),
            "PLN",
            true,
            null,
            "STANDARD");
    return publish(
        code,
        new OfferDesign(code, code, "", "", false, since, null, List.of(monthly, once), List.of()));
  }

  private long publish(String code, OfferDesign design) {
    offers.specify(new NewSpecification(code, FulfilmentKind.NONE, code, code, "", ""));
    long draft = offers.draft(code, code, design);
    offers.publishImported(draft);
    return draft;
  }

  private long moveIn(String code, int house, long offer, LocalDate since, BillCycle cycle) {
    return moveIn(code, house, offer, since, cycle, List.of());
  }

  private long moveIn(
      String code,
      int house,
      long offer,
      LocalDate since,
      BillCycle cycle,
      List<String> promotions) {
    String name = code + "-" + house;
    long customer =
        customers.register(
            new NewCustomer(
                CustomerKind.INDIVIDUAL,
                "Test",
                "Dom " + name,
                null,
                null,
                name.toLowerCase() + "@example.com",
                null,
                "ul. Testowa " + house,
                "30-001",
                "Kraków",
                "PL",
                "pl"));
    long account = customers.accountsOf(customer).get(0).id();
    orders.takeOver(
        new NewOrder(name, account, List.of(new NewOrder.Item(offer, null)), since, promotions));
    billing.openAccount(account, since);
    billing.moveCycle(account, cycle.day());
    return account;
  }

  /** Runs the trial to its end. */
  long trial(LocalDate cycleEnd) {
    long run = system.call(() -> job.start(cycleEnd, LocalDate.now(OperatorZone.ID)));
    await(run, BillRunStatus.REVIEW);
    return run;
  }

  void approve(long run) {
    system.run(() -> job.approve(run));
    await(run, BillRunStatus.FINAL);
  }

  void await(long run, BillRunStatus expected) {
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (system.call(() -> runs.card(run)).status() != expected) {
      if (System.currentTimeMillis() > deadline) {
        throw new AssertionError(
            "Run is " + system.call(() -> runs.card(run)).status() + ", not " + expected);
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
