package com.asta.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.FibreTown.Street;
import com.asta.billing.rules.ItemKind;
import com.asta.billing.rules.PaidCharges;
import com.asta.billing.service.BillRow;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.BillingService;
import com.asta.billing.service.InvoiceDocument;
import com.asta.billing.service.InvoiceLine;
import com.asta.billing.service.InvoiceService;
import com.asta.billing.service.ManualCharges;
import com.asta.billing.service.NewPayer;
import com.asta.billing.service.PayerRow;
import com.asta.billing.service.PayerService;
import com.asta.billing.service.StatementRow;
import com.asta.billing.service.StatementService;
import com.asta.common.Money;
import com.asta.common.Refusal;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.CustomerService;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Accounts pay for each other. */
@ArquillianTest
class PayerIT {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  @Inject private SystemCaller system;
  @Inject private FibreTown town;
  @Inject private BillingService billing;
  @Inject private PayerService payers;
  @Inject private StatementService statements;
  @Inject private CustomerService customers;
  @Inject private BillRunService runs;
  @Inject private InvoiceService invoices;
  @Inject private ManualCharges charges;
  @Inject private Database database;

  @Test
  void aParentPaysForItsChildrenAndTheyGetAStatement() {
    Street street = town.settle(3);
    long parent = street.accounts().get(0);
    long child = street.accounts().get(1);
    long other = street.accounts().get(2);
    assign(child, PaidCharges.ALL, parent, null, null);
    assign(other, PaidCharges.ALL, parent, null, null);
    enter(child, street.cycleEnd());
    long run = town.trial(street.cycleEnd());
    assertEquals(1, system.call(() -> runs.totals(run)).drafted());
    assertEquals(2, system.call(() -> runs.totals(run)).nothing(), "no demand to pay");
    town.approve(run);

    InvoiceDocument invoice = only(run);
    Map<String, Money> sums =
        invoice.lines().stream()
            .collect(
                Collectors.toMap(
                    line -> line.owner() == null ? "" : line.owner().split(",")[0],
                    InvoiceLine::net,
                    Money::plus));
    Money own = sums.get("");
    assertEquals(own, sums.get(number(other)));
    assertEquals(own.plus(Money.of("7.00", "PLN")), sums.get(number(child)), "its charge as well");
    assertTrue(system.call(() -> invoices.pdf(invoice.head().id())).length > 10_000);

    List<StatementRow> rows = system.call(() -> statements.ofAccount(child, 0, 10));
    assertEquals(1, rows.size());
    assertEquals(invoice.head().number(), rows.get(0).invoiceNumber());
    assertEquals(sums.get(number(child)), rows.get(0).net());
    assertEquals(
        List.of(number(child)),
        system.call(() -> statements.lines(child, rows.get(0).invoiceId())).stream()
            .map(line -> line.owner().split(",")[0])
            .distinct()
            .toList(),
        "nobody else's lines");
  }

  @Test
  void anEmployerPaysUpToALimitAndTheEmployeeTheRest() {
    Street street = town.settle(2, 1);
    long employer = street.accounts().get(0);
    long employee = street.accounts().get(1);
    Money limit = Money.of("40.00", "PLN");
    LocalDate earlier = street.cycle().endingOn(street.cycleEnd()).start();
    town.approve(town.trial(earlier));
    assign(employee, PaidCharges.RECURRING, employer, null, limit);
    long run = town.trial(street.cycleEnd());
    town.approve(run);

    Map<Long, InvoiceDocument> bills = byAccount(run);
    assertEquals(Money.of("99.99", "PLN"), recurring(bills.get(employer)));
    assertEquals(Money.of("19.99", "PLN"), recurring(bills.get(employee)));
    assertRefused(
        "PAYER_CYCLE_DIFFERS",
        () -> {
          billing.moveCycle(employee, street.cycle().day() % 28 + 1);
          return employee;
        });
  }

  @Test
  void theNextCyclesGoOnWhereTheyStopped() {
    Street street = town.settle(2, 2);
    long payer = street.accounts().get(0);
    long owner = street.accounts().get(1);
    LocalDate second = street.cycle().endingOn(street.cycleEnd()).start();
    LocalDate first = street.cycle().endingOn(second).start();
    town.approve(town.trial(first));
    assertRefused(
        "PAYER_BILLED",
        () ->
            payers.assign(
                new NewPayer(
                    owner, null, PaidCharges.ALL, payer, ALL, null, first.minusDays(1), null)));
    assign(owner, PaidCharges.ALL, payer, BigDecimal.valueOf(50), null);
    long run = town.trial(second);
    town.approve(run);
    Map<Long, InvoiceDocument> bills = byAccount(run);
    assertEquals(Money.of("89.99", "PLN"), recurring(bills.get(payer)).minus(pln("0")));
    assertEquals(Money.of("30.00", "PLN"), recurring(bills.get(owner)));

    PayerRow row = system.call(() -> payers.ofAccount(owner)).get(0);
    assertRefused("PAYER_BILLED", () -> end(row, second));
    system.run(() -> payers.end(row.id(), null));
    long last = town.trial(street.cycleEnd());
    town.approve(last);
    bills = byAccount(last);
    assertEquals(Money.of("59.99", "PLN"), recurring(bills.get(payer)));
    assertEquals(Money.of("59.99", "PLN"), recurring(bills.get(owner)));
  }

  @Test
  void aServiceMovesToAnotherAccountOfTheCustomer() {
    Street street = town.settle(1, 1);
    long account = street.accounts().get(0);
    long customer = system.call(() -> customers.account(account).customerId());
    String key = UUID.randomUUID().toString();
    long another = system.call(() -> payers.openAccount(key, customer));
    assertEquals(another, system.call(() -> payers.openAccount(key, customer)).longValue());
    system.run(() -> billing.moveCycle(another, street.cycle().day()));
    database.update(
        "update billing.billing_account set opened_on = ? where account_id = ?",
        street.cycleEnd().minusMonths(3),
        another);
    LocalDate earlier = street.cycle().endingOn(street.cycleEnd()).start();
    long first = town.trial(earlier);
    town.approve(first);
    InvoiceDocument before = only(first);
    assign(account, PaidCharges.ALL, another, null, null);

    long run = town.trial(street.cycleEnd());
    town.approve(run);
    InvoiceDocument after = only(run);
    assertEquals(another, after.head().accountId());
    assertEquals(Money.of("59.99", "PLN"), recurring(after));
    assertEquals(before, system.call(() -> invoices.document(before.head().id())), "unchanged");
    assertNull(before.lines().get(0).owner());
  }

  @Test
  void rulesThatMakeNoSenseAreRefused() {
    Street street = town.settle(3);
    List<Long> accounts = street.accounts();
    assign(accounts.get(0), PaidCharges.ALL, accounts.get(1), null, null);
    assign(accounts.get(1), PaidCharges.ALL, accounts.get(2), null, null);
    assertRefused("PAYER_CYCLIC", () -> tryAssign(accounts.get(2), accounts.get(0), ALL));
    assertRefused("PAYER_EXISTS", () -> tryAssign(accounts.get(0), accounts.get(2), ALL));
    assertRefused("PAYER_INVALID", () -> tryAssign(accounts.get(2), accounts.get(2), ALL));
    assertRefused("ACCOUNT_UNKNOWN", () -> tryAssign(accounts.get(2), Long.MAX_VALUE, ALL));
    long elsewhere = town.settle(1).accounts().get(0);
    assertRefused(
        "PAYER_CYCLE_DIFFERS", () -> tryAssign(accounts.get(2), elsewhere, BigDecimal.valueOf(10)));
    assertRefused(
        "SUBSCRIPTION_UNKNOWN",
        () ->
            payers.assign(
                new NewPayer(
                    accounts.get(2),
                    Long.MAX_VALUE,
                    PaidCharges.ALL,
                    elsewhere,
                    ALL,
                    null,
                    street.cycleEnd(),
                    null)));
    long run = town.trial(street.cycleEnd());
    assertRefused("RUN_ALREADY_OPEN", () -> tryAssign(accounts.get(2), elsewhere, ALL));
    system.run(() -> runs.cancel(run));
  }

  private Long tryAssign(long owner, long payer, BigDecimal percent) {
    LocalDate from = payers.earliest(owner, null);
    return payers.assign(
        new NewPayer(owner, null, PaidCharges.ALL, payer, percent, null, from, null));
  }

  private Object end(PayerRow row, LocalDate on) {
    payers.end(row.id(), on);
    return row;
  }

  private void assign(long owner, PaidCharges what, long payer, BigDecimal percent, Money limit) {
    system.call(
        () ->
            payers.assign(
                new NewPayer(
                    owner, null, what, payer, percent, limit, payers.earliest(owner, null), null)));
  }

  /** A charge of 7.00 within the cycle. */
  private void enter(long account, LocalDate cycleEnd) {
    long id =
        system.call(
            () ->
                charges.add(
                    "payer-" + account, account, "FEE", pln("7"), "Fee", "Opłata", "STANDARD"));
    database.update(
        "update billing.manual_charge set charged_on = ? where id = ?", cycleEnd.minusDays(1), id);
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }

  private String number(long account) {
    return system.call(() -> customers.account(account)).number();
  }

  private static Money recurring(InvoiceDocument invoice) {
    return Money.sum(
        invoice.lines().stream()
            .filter(line -> line.kind() == ItemKind.RECURRING)
            .map(InvoiceLine::net)
            .toList(),
        "PLN");
  }

  private InvoiceDocument only(long run) {
    Map<Long, InvoiceDocument> all = byAccount(run);
    assertEquals(1, all.size());
    return all.values().iterator().next();
  }

  private Map<Long, InvoiceDocument> byAccount(long run) {
    return system.call(
        () ->
            runs.bills(run, null, 0, 10).stream()
                .collect(Collectors.toMap(BillRow::accountId, row -> invoices.document(row.id()))));
  }

  private void assertRefused(String reason, Callable<?> call) {
    Refusal refusal = assertThrows(Refusal.class, () -> system.call(call));
    assertEquals(reason, refusal.reason().name(), refusal.getMessage());
  }
}
