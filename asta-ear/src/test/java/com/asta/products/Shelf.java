package com.asta.products;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.common.OperatorZone;
import com.asta.common.service.SystemCaller;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.service.CustomerService;
import com.asta.customers.service.NewCustomer;
import com.asta.products.rules.BundleMember;
import com.asta.products.rules.FulfilmentKind;
import com.asta.products.rules.OfferDesign;
import com.asta.products.rules.OfferDesign.DesignedPrice;
import com.asta.products.rules.PriceKind;
import com.asta.products.service.NewSpecification;
import com.asta.products.service.OfferDesignService;
import com.asta.products.service.OrderService;
import com.asta.workflow.service.WorkflowRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Customers and offers that a test makes for itself. */
@ApplicationScoped
public class Shelf {
  private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 900_000);

  @Inject private SystemCaller system;
  @Inject private CustomerService customers;
  @Inject private OfferDesignService designs;
  @Inject private OrderService orders;

  public static LocalDate today() {
    return LocalDate.now(OperatorZone.ID);
  }

  /** A telephone number that nobody has. */
  public String number() {
    return "+48602%06d".formatted(NEXT.incrementAndGet() % 1_000_000);
  }

  /** A code that no offer has. */
  public String code(String start) {
    return start + "-" + NEXT.incrementAndGet();
  }

  /** The account of a new customer. */
  public long account() {
    long unique = NEXT.incrementAndGet();
    NewCustomer person =
        new NewCustomer(
            CustomerKind.INDIVIDUAL,
            "Ewa",
            "Testowa-" + unique,
            null,
            null,
            "ewa" + unique + "@example.com",
            null,
            "ul. Próbna " + unique,
            "30-001",
            "Kraków",
            "PL",
            "pl");
    return system.call(() -> customers.accountsOf(customers.register(person)).get(0).id());
  }

  /** Cancels an order, once the engine is not just moving its process. */
  public void cancel(long order) throws InterruptedException {
    for (int i = 0; i < 50; i++) {
      try {
        system.run(() -> orders.cancel(order, "Moved away"));
        return;
      } catch (WorkflowRefused movedMeanwhile) {
        assertEquals(WorkflowRefused.Reason.MOVED_ON, movedMeanwhile.reason());
        Thread.sleep(100);
      }
    }
    throw new AssertionError("The order's process never came to rest");
  }

  /** A published offer on sale since yesterday; the version's id. */
  public long sold(String code, FulfilmentKind kind, String net) {
    long draft = draft(code, kind, design(today().minusDays(1), net, List.of()));
    system.run(() -> designs.publish(draft));
    return draft;
  }

  public long draft(String code, FulfilmentKind kind, OfferDesign design) {
    return system.call(
        () -> {
          String specification = "SPEC-" + code;
          designs.specify(new NewSpecification(specification, kind, "Thing", "Rzecz", "", ""));
          return designs.draft(code, specification, design);
        });
  }

  /** A published bundle of published offers. */
  public long bundle(String net, List<BundleMember> members) {
    return system.call(
        () -> {
          long id = designs.draft(code("BUNDLE"), null, design(today().minusDays(1), net, members));
          designs.publish(id);
          return id;
        });
  }

  public OfferDesign design(LocalDate from, String net, List<BundleMember> members) {
    return new OfferDesign(
        "Thing", "Rzecz", "", "", false, from, null, List.of(monthly(net)), members);
  }

  public DesignedPrice monthly(String net) {
    return new DesignedPrice(
        PriceKind.RECURRING,
        "FEE",
        "Fee",
        "Opłata",
        new BigDecimal(net),
        "PLN",
        true,
        null,
        "STANDARD");
  }
}
