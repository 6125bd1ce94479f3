package com.asta.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.FibreTown.Street;
import com.asta.billing.rules.HoldKind;
import com.asta.billing.rules.ItemKind;
import com.asta.billing.service.BillPreview;
import com.asta.billing.service.FinalBillCard;
import com.asta.billing.service.FinalBillService;
import com.asta.billing.service.FinalBillSweep;
import com.asta.billing.service.HoldService;
import com.asta.billing.service.InvoiceDocument;
import com.asta.billing.service.InvoiceQuery;
import com.asta.billing.service.InvoiceRow;
import com.asta.billing.service.InvoiceService;
import com.asta.billing.service.ManualCharges;
import com.asta.billing.service.NextBill;
import com.asta.billing.service.OnDemandBillService;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.Refusal;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.CustomerService;
import com.asta.products.event.SubscriptionResigned;
import com.asta.products.service.OrderService;
import com.asta.products.service.SubscriptionCard;
import com.asta.products.service.SubscriptionService;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** One customer is billed now: between cycles, at the end of service, and as a dry run. */
@ArquillianTest
class OnDemandBillIT {
  private static final LocalDate TODAY = LocalDate.now(OperatorZone.ID);
  private static final Money FEE = Money.of("10.00", "PLN");
  private static final long PATIENCE_MILLIS = 60_000;

  @Inject private SystemCaller system;
  @Inject private FibreTown town;
  @Inject private OnDemandBillService onDemand;
  @Inject private FinalBillService finals;
  @Inject private FinalBillSweep sweep;
  @Inject private NextBill nextBill;
  @Inject private ManualCharges charges;
  @Inject private HoldService holds;
  @Inject private InvoiceService invoices;
  @Inject private CustomerService customers;
  @Inject private OrderService orders;
  @Inject private SubscriptionService subscriptions;
  @Inject private Database database;
  @Resource private ManagedExecutorService executor;

  @Test
  void aBillNowIsMadeOnceAndTheNextRegularOneTakesTheRest() {
    long account = billedBefore();
    fee(account, "a", FEE);
    Money next = next(account);
    BillPreview preview = system.call(() -> onDemand.preview(account));

    long invoice = system.call(() -> onDemand.bill("now-" + account, account));
    assertEquals(invoice, system.call(() -> onDemand.bill("now-" + account, account)).longValue());
    InvoiceDocument issued = system.call(() -> invoices.document(invoice));
    assertEquals(preview.gross(), issued.head().gross());
    assertEquals(FEE, issued.head().gross(), "nothing but the fee is open");
    assertEquals(TODAY, issued.head().periodEnd());
    assertEquals(next.minus(FEE), next(account), "the next bill is less by what this one took");

    assertRefused("BILLED_ALREADY", () -> onDemand.bill("again-" + account, account));
    assertRefused("ACCOUNT_UNKNOWN", () -> onDemand.bill("x", Long.MAX_VALUE));
  }

  @Test
  void linesThatSumToNothingAreIssuedOnce() {
    long account = billedBefore();
    assertRefused("NOTHING_TO_BILL", () -> onDemand.bill("empty-" + account, account));
    fee(account, "e", FEE);
    fee(account, "f", FEE.negated());
    Money next = next(account);
    long invoice = system.call(() -> onDemand.bill("zero-" + account, account));
    InvoiceDocument issued = system.call(() -> invoices.document(invoice));
    assertTrue(issued.head().gross().isZero());
    assertFalse(issued.head().number().isBlank());
    assertEquals(2, issued.lines().size());
    assertEquals(next, next(account), "nothing of it comes again");
    assertEquals(
        0,
        database.number(
            "select count(*) from billing.manual_charge where account_id = ? and bill_id is null",
            account));
  }

  @Test
  void twoClerksWhoBillTheSameCustomerMakeOneInvoice() throws Exception {
    long account = billedBefore();
    fee(account, "b", FEE);
    List<Future<Boolean>> clerks = new ArrayList<>();
    for (int clerk = 0; clerk < 4; clerk++) {
      String key = "clerk-" + clerk + "-" + account;
      clerks.add(executor.submit(() -> isMade(key, account)));
    }
    int made = 0;
    for (Future<Boolean> clerk : clerks) {
      made += clerk.get() ? 1 : 0;
    }
    assertEquals(1, made);
    assertEquals(2, documents(account).size(), "the regular one and the one on demand");
  }

  @Test
  void nothingIsBilledWhileBillsAreHeldOrARunHasTheAccount() {
    Street street = town.settleLately(1);
    long account = street.accounts().get(0);
    long run = town.trial(street.cycleEnd());
    assertRefused("RUN_ALREADY_OPEN", () -> onDemand.bill("run-" + account, account));
    town.approve(run);
    assertRefused("NOTHING_TO_BILL", () -> onDemand.bill("none-" + account, account));
    fee(account, "c", FEE);
    system.run(() -> holds.place(account, HoldKind.BILLING, "Court case", null, null));
    assertRefused("HELD_BACK", () -> onDemand.bill("held-" + account, account));
    fee(account, "d", FEE.negated().minus(FEE));
    system.run(
        () -> holds.release(account, system.call(() -> holds.ofAccount(account)).get(0).id()));
    assertRefused("CREDIT_LEFT", () -> onDemand.bill("credit-" + account, account));
  }

  @Test
  void theFinalBillGivesBackWhatWasPaidInAdvanceByACreditNote() throws Exception {
    long account = billedBefore();
    SubscriptionResigned fact = resign(account);
    FinalBillCard waiting = awaitFinal(account);
    assertEquals(TODAY, waiting.endsOn());
    assertEquals(TODAY.plusDays(3), waiting.dueOn(), "late usage has its time");
    system.run(() -> finals.resigned(fact));

    FinalBillCard made = system.call(() -> finals.make(account));
    assertEquals("DONE", made.status());
    List<InvoiceRow> documents = documents(account);
    assertEquals(2, documents.size());
    InvoiceRow note = documents.stream().filter(InvoiceRow::isCreditNote).findFirst().orElseThrow();
    assertTrue(note.gross().isNegative());
    assertEquals(
        TODAY,
        database
            .first(
                "select max(until) from billing.charged_change c where account_id = ? and lowered"
                    + " and exists (select 1 from billing.bill_item i"
                    + " where i.account_id = c.account_id and i.price_id = c.price_id"
                    + " and i.kind = 'RECURRING')",
                row -> row.getDate(1).toLocalDate(),
                account)
            .orElseThrow());
    assertRefused("ACCOUNT_UNKNOWN", () -> finals.make(account));
    assertEquals(2, documents(account).size(), "made once");
  }

  @Test
  void theFinalBillTakesEverythingThatIsOpen() throws Exception {
    long account = billedBefore();
    fee(account, "e", Money.of("300.00", "PLN"));
    resign(account);
    awaitFinal(account);

    FinalBillCard made = system.call(() -> finals.make(account));
    InvoiceDocument invoice = system.call(() -> invoices.document(made.invoiceId()));
    List<ItemKind> kinds = invoice.lines().stream().map(line -> line.kind()).toList();
    assertTrue(kinds.contains(ItemKind.CREDIT), kinds::toString);
    assertTrue(kinds.contains(ItemKind.MANUAL), kinds::toString);
    assertEquals(
        Money.zero("PLN"), system.call(() -> afterwards(account)), "nothing is left to bill");
  }

  @Test
  void theSweepMakesWhatIsDueAndSaysWhatOthersWaitFor() throws Exception {
    long due = billedBefore();
    long held = billedBefore();
    for (long account : List.of(due, held)) {
      fee(account, "f", Money.of("300.00", "PLN"));
      resign(account);
      awaitFinal(account);
      database.update(
          "update billing.final_bill set due_on = ? where account_id = ?", TODAY, account);
    }
    system.run(() -> holds.place(held, HoldKind.BILLING, "Court case", null, null));
    sweep.sweep();

    assertEquals("DONE", system.call(() -> finals.ofAccount(due)).orElseThrow().status());
    FinalBillCard waiting = system.call(() -> finals.ofAccount(held)).orElseThrow();
    assertEquals("WAITING", waiting.status());
    assertEquals("HELD_BACK", waiting.detail());
  }

  @Test
  void theNextBillIsShownBeforeAnOrderIsConfirmed() {
    long account = billedBefore();
    SubscriptionCard subscription = subscription(account);
    NextBill.Comparison resigned =
        system.call(() -> nextBill.afterResignation(account, subscription.id(), TODAY));
    assertTrue(resigned.with().isCarried(), "the rest of the month comes back");
    assertTrue(resigned.difference().isNegative());
    NextBill.Comparison sold =
        system.call(
            () ->
                nextBill.afterSale(
                    List.of(subscription.offerVersionId()), TODAY, account, List.of()));
    NextBill.Comparison changed =
        system.call(
            () ->
                nextBill.afterChange(
                    account, subscription.id(), subscription.offerVersionId(), TODAY));

    assertEquals(Money.of("73.79", "PLN"), sold.without(), "one month in advance");
    assertTrue(sold.difference().compareTo(Money.of("196.79", "PLN")) >= 0, "with its fee");
    assertEquals(
        Money.zero("PLN"), changed.difference(), "the same price from another day is the same");
    assertFalse(changed.with().lines().isEmpty());
    assertEquals(1, documents(account).size(), "nothing was stored");
  }

  private boolean isMade(String key, long account) {
    try {
      system.call(() -> onDemand.bill(key, account));
      return true;
    } catch (Refusal refused) {
      return false;
    }
  }

  /** An account whose last regular bill is some days old. */
  private long billedBefore() {
    Street street = town.settleLately(1);
    town.approve(town.trial(street.cycleEnd()));
    return street.accounts().get(0);
  }

  private void fee(long account, String key, Money net) {
    system.call(
        () -> charges.add("fee-" + key + account, account, "FEE", net, "Fee", "Opłata", "EXEMPT"));
  }

  private Money next(long account) {
    SubscriptionCard subscription = subscription(account);
    return system
        .call(
            () ->
                nextBill.afterSale(
                    List.of(subscription.offerVersionId()), TODAY, account, List.of()))
        .without();
  }

  private Money afterwards(long account) {
    return nextBill.afterResignation(account, subscription(account).id(), TODAY).without();
  }

  private SubscriptionCard subscription(long account) {
    return system.call(() -> subscriptions.ofAccounts(List.of(account))).get(0);
  }

  private SubscriptionResigned resign(long account) {
    SubscriptionCard subscription = subscription(account);
    system.run(() -> orders.resign(subscription.id(), TODAY, "resign-" + account));
    return new SubscriptionResigned(subscription.id(), account, subscription.customerId(), TODAY);
  }

  private FinalBillCard awaitFinal(long account) throws InterruptedException {
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (system.call(() -> finals.ofAccount(account)).isEmpty()) {
      assertTrue(System.currentTimeMillis() < deadline, "the final bill is noted");
      Thread.sleep(100);
    }
    return system.call(() -> finals.ofAccount(account)).orElseThrow();
  }

  private List<InvoiceRow> documents(long account) {
    long customer = system.call(() -> customers.account(account).customerId());
    return system.call(() -> invoices.list(InvoiceQuery.ofCustomer(customer), 0, 10));
  }

  private void assertRefused(String reason, java.util.concurrent.Callable<?> call) {
    Refusal refusal = assertThrows(Refusal.class, () -> system.call(call));
    assertEquals(reason, refusal.reason().name(), refusal.getMessage());
  }
}
