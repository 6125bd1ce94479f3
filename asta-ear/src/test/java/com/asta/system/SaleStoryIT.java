package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.batch.BillRunJob;
import com.asta.billing.model.BillRunStatus;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.InvoiceQuery;
import com.asta.billing.service.InvoiceRow;
import com.asta.billing.service.InvoiceService;
import com.asta.charging.batch.UsageImportJob;
import com.asta.charging.rules.Rate;
import com.asta.charging.rules.Rounding;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.Step;
import com.asta.charging.rules.TariffContent;
import com.asta.charging.rules.Zone;
import com.asta.charging.service.TariffService;
import com.asta.charging.service.UsageFileKind;
import com.asta.charging.service.UsageTotal;
import com.asta.charging.service.UsageTotals;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.Roles;
import com.asta.common.service.SystemCaller;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerService;
import com.asta.customers.service.NewCustomer;
import com.asta.payments.Debt;
import com.asta.payments.batch.StatementImportJob;
import com.asta.payments.service.FinancialAccountService;
import com.asta.products.rules.FulfilmentKind;
import com.asta.products.rules.OfferDesign;
import com.asta.products.rules.OfferDesign.DesignedPrice;
import com.asta.products.rules.PriceKind;
import com.asta.products.service.NewOrder;
import com.asta.products.service.NewSpecification;
import com.asta.products.service.OfferDesignService;
import com.asta.products.service.OrderService;
import com.asta.products.service.SubscriptionCard;
import com.asta.products.service.SubscriptionService;
import com.asta.warehouse.StockRoom;
import com.asta.warehouse.WarehouseClerk;
import com.asta.workflow.service.WorkItem;
import com.asta.workflow.service.WorkflowService;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** A whole sale, from the registration of a customer to the payment, told once and in order. */
@ArquillianTest
class SaleStoryIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LocalDate TODAY = LocalDate.now(OperatorZone.ID);
  private static final LocalDate CYCLE_END = TODAY.withDayOfMonth(1);
  private static final LocalDate LAST_MONTH = CYCLE_END.minusMonths(1);

  private final long story = System.nanoTime() % 900_000 + 100_000;
  private final String number = "+48510" + story;

  @Inject private SystemCaller system;
  @Inject private CustomerService customers;
  @Inject private OfferDesignService offers;
  @Inject private OrderService orders;
  @Inject private SubscriptionService subscriptions;
  @Inject private StockRoom stockRoom;
  @Inject private WarehouseClerk warehouse;
  @Inject private WorkflowService workflow;
  @Inject private TariffService tariffs;
  @Inject private UsageImportJob usageImport;
  @Inject private UsageTotals usageTotals;
  @Inject private BillRunJob billRun;
  @Inject private BillRunService billRuns;
  @Inject private InvoiceService invoices;
  @Inject private Debt bank;
  @Inject private StatementImportJob statementImport;
  @Inject private FinancialAccountService financialAccounts;

  @Test
  void aCustomerIsRegisteredServedBilledAndPays() {
    AccountCard account = registerACustomer();

    orderFibre(account);
    assertEquals("FIBRE", activeOffers(account));

    useTheTelephone(account);
    Money used = Money.of("0.60", "PLN");
    assertEquals(used, usageOf(account));

    InvoiceRow invoice = billTheCycle(account);
    assertEquals(expectedNet().rounded(), invoice.net());
    Money tax = expectedNet().times(new BigDecimal("0.23")).rounded();
    assertEquals(expectedNet().rounded().plus(tax), invoice.gross());
    assertTrue(new String(pdf(invoice), 0, 5, StandardCharsets.ISO_8859_1).startsWith("%PDF-"));

    await("the receivable", () -> balance(account).equals(invoice.gross()));
    payByTransfer(account, invoice);
    await("the payment", () -> balance(account).isZero());
  }

  /**
   * Two months of the line, one behind and one ahead, the calls, and of the fibre, which began
   * today, the days to the end of the month; its activation belongs to the next bill.
   */
  private static Money expectedNet() {
    int month = TODAY.lengthOfMonth();
    Money fibre = Money.of("60.00", "PLN").fraction(month - TODAY.getDayOfMonth() + 1, month);
    return Money.of("40.60", "PLN").plus(fibre);
  }

  private AccountCard registerACustomer() {
    long customer =
        system.call(
            () ->
                customers.register(
                    new NewCustomer(
                        CustomerKind.INDIVIDUAL,
                        "Helena",
                        "Opowieść" + story,
                        null,
                        null,
                        "helena" + story + "@example.com",
                        number,
                        "ul. Fabularna " + story,
                        "30-002",
                        "Kraków",
                        "PL",
                        "pl")));
    return system.call(() -> customers.accountsOf(customer)).get(0);
  }

  private void orderFibre(AccountCard account) {
    stockRoom.receiveOne(story);
    long offer =
        sell("FIBRE", FulfilmentKind.FIBRE, once("ACTIVATION", "40.00"), monthly("FEE", "60.00"));
    long order =
        system.call(
            () ->
                orders.place(
                    new NewOrder(
                        "story-" + story,
                        account.id(),
                        List.of(new NewOrder.Item(offer, null)),
                        TODAY)));
    String key = "order-" + order;
    await("the pick task", () -> pickTask(key) != null);
    String task = pickTask(key).id();
    warehouse.ship(task, warehouse.reserved(task));
    await("activation by the network", () -> !activeOffers(account).isEmpty());
  }

  /** The line was sold two months ago; last month it made calls. */
  private void useTheTelephone(AccountCard account) {
    long line = sell("MOBILE", FulfilmentKind.MOBILE, monthly("LINE", "20.00"), usage());
    system.call(
        () ->
            orders.takeOver(
                new NewOrder(
                    "line-" + story,
                    account.id(),
                    List.of(new NewOrder.Item(line, number)),
                    LAST_MONTH)));
    String file =
        """
        event_time,subscriber,service,destination,units,event_key
        %1$sT09:30:00Z,%2$s,VOICE,+48601222333,61,story-%3$s-1
        """
            .formatted(LAST_MONTH.plusDays(9), number, story);
    system.call(
        () ->
            usageImport.upload(
                UsageFileKind.CSV,
                "story-" + story + ".csv",
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))));
    await("rated usage", () -> usageOf(account).isPositive());
  }

  private InvoiceRow billTheCycle(AccountCard account) {
    long run = system.call(() -> billRun.start(CYCLE_END, TODAY));
    await("the trial", () -> status(run) == BillRunStatus.REVIEW);
    system.run(() -> billRun.approve(run));
    await("the invoices", () -> status(run) == BillRunStatus.FINAL);
    return system
        .call(() -> invoices.list(InvoiceQuery.ofCustomer(account.customerId()), 0, 2))
        .get(0);
  }

  private void payByTransfer(AccountCard account, InvoiceRow invoice) {
    byte[] statement =
        bank.statement(
            "STORY-" + story,
            Debt.transfer(
                invoice.gross().amount().toPlainString(),
                "Helena Opowieść",
                "faktura " + invoice.number()));
    system.call(
        () ->
            statementImport.upload("story-" + story + ".xml", new ByteArrayInputStream(statement)));
  }

  private long sell(String code, FulfilmentKind kind, DesignedPrice... prices) {
    String unique = code + "-" + story;
    return system.call(
        () -> {
          offers.specify(new NewSpecification(unique, kind, code, code, "", ""));
          long version =
              offers.draft(
                  unique,
                  unique,
                  new OfferDesign(
                      code, code, "", "", false, LAST_MONTH, null, List.of(prices), List.of()));
          offers.publishImported(version);
          return version;
        });
  }

  private static DesignedPrice once(String code, String net) {
    return price(PriceKind.ONE_TIME, code, net);
  }

  private static DesignedPrice monthly(String code, String net) {
    return price(PriceKind.RECURRING, code, net);
  }

  private static DesignedPrice price(PriceKind kind, String code, String net) {
    return new DesignedPrice(
        kind, code, code, code, new BigDecimal(net), "PLN", true, null, "STANDARD");
  }

  private DesignedPrice usage() {
    String tariff = publishATariff();
    return new DesignedPrice(
        PriceKind.USAGE, "USAGE", "Usage", "Zużycie", null, "PLN", false, tariff, "STANDARD");
  }

  /** 0.30 for each started minute to Polish mobiles. */
  private String publishATariff() {
    String code = "STORY-" + story;
    Rate call =
        Rate.simple(
            "CALL",
            ServiceKind.VOICE,
            "MOBILE",
            "Calls",
            "Połączenia",
            BigDecimal.ZERO,
            new Step(0, new BigDecimal("0.30"), 60, 60));
    TariffContent content =
        new TariffContent(
            "PLN",
            new Rounding(2, RoundingMode.HALF_UP),
            List.of(new Zone("MOBILE", "Mobile", "Komórki", List.of("4860"))),
            List.of(),
            List.of(call),
            List.of());
    system.run(() -> tariffs.publish(tariffs.create(code, code, code, content), LAST_MONTH));
    return code;
  }

  private WorkItem pickTask(String key) {
    return system.call(() -> workflow.tasks(List.of(Roles.WAREHOUSE), 0, 500)).stream()
        .filter(item -> item.businessKey().equals(key))
        .findFirst()
        .orElse(null);
  }

  private BillRunStatus status(long run) {
    return system.call(() -> billRuns.card(run)).status();
  }

  private byte[] pdf(InvoiceRow invoice) {
    return system.call(() -> invoices.pdf(invoice.id()));
  }

  private Money balance(AccountCard account) {
    return system.call(() -> financialAccounts.balance(account.id())).balance();
  }

  private static void await(String what, BooleanSupplier reached) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, () -> "Waited in vain for " + what);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private String activeOffers(AccountCard account) {
    return system.call(() -> subscriptions.ofAccounts(List.of(account.id()))).stream()
        .filter(each -> each.status().name().equals("ACTIVE"))
        .map(SubscriptionCard::nameEn)
        .sorted()
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  private Money usageOf(AccountCard account) {
    return system
        .call(() -> usageTotals.ofAccounts(List.of(account.id()), LAST_MONTH, CYCLE_END))
        .stream()
        .map(UsageTotal::rated)
        .reduce(Money.zero("PLN"), Money::plus);
  }
}
