package com.asta.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.asta.billing.FibreTown.Street;
import com.asta.billing.service.BillItemRow;
import com.asta.billing.service.BillService;
import com.asta.billing.service.DepositRow;
import com.asta.billing.service.DepositService;
import com.asta.billing.service.FinalBillService;
import com.asta.billing.service.ItemExplanation;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.Period;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.products.rules.Discount;
import com.asta.products.rules.DiscountCondition;
import com.asta.products.rules.DiscountKind;
import com.asta.products.rules.DiscountScope;
import com.asta.products.rules.OfferDesign.DesignedPrice;
import com.asta.products.rules.PriceKind;
import com.asta.products.rules.Proration;
import com.asta.products.rules.Recurrence;
import com.asta.products.service.NewPromotion;
import com.asta.products.service.OrderService;
import com.asta.products.service.PromotionService;
import com.asta.products.service.SubscriptionService;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Offers with every kind of terms, from the catalogue to the invoice and its explanation. */
@ArquillianTest
class SchemesIT {
  private static final LocalDate TODAY = LocalDate.now(OperatorZone.ID);

  @Inject private SystemCaller system;
  @Inject private FibreTown town;
  @Inject private PromotionService promotions;
  @Inject private BillService bills;
  @Inject private DepositService deposits;
  @Inject private FinalBillService finals;
  @Inject private OrderService orders;
  @Inject private SubscriptionService subscriptions;
  @Inject private Database database;

  @Test
  void discountsAreTakenOffInOrderAndExplainThemselves() {
    String code = "IT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    LocalDate today = LocalDate.now(OperatorZone.ID);
    system.call(
        () -> promotions.offer(new NewPromotion(code, "Test", "Test", today, null, 5, false)));
    Street street =
        town.sell(
            List.of(price(PriceKind.RECURRING, "FEE", "100.00", true, null)),
            List.of(
                discount("PROMO", "10", null, DiscountCondition.PROMOTION, code),
                discount("FIRST", "50", 3, DiscountCondition.ALWAYS, null)),
            List.of(code.toLowerCase()),
            1);

    List<BillItemRow> first = billed(street, street.cycle().endingOn(street.cycleEnd()).end());

    assertEquals(
        "RECURRING 100.00; DISCOUNT -50.00; DISCOUNT -5.00;"
            + " RECURRING 100.00; DISCOUNT -50.00; DISCOUNT -5.00",
        shown(first));
    assertEquals(List.of(1, 1), first.subList(1, 3).stream().map(i -> i.reducesLine()).toList());
    ItemExplanation why =
        system.call(() -> bills.explain(first.get(0).billId(), first.get(1).line()));
    assertEquals("FIRST", why.discount().code());
    assertEquals(1, why.reduced().line());
    assertEquals(
        "PROMO", system.call(() -> bills.explain(first.get(0).billId(), 3)).discount().code());
    assertEquals(
        1L, database.number("select redeemed from products.promotion where code = ?", code));
  }

  @Test
  void aPriceThatADiscountTakesOffWholeIsInvoicedAndNeverComesAgain() {
    Street street =
        town.sell(
            List.of(price(PriceKind.RECURRING, "FEE", "100.00", false, null)),
            List.of(discount("FREE", "100", 1, DiscountCondition.ALWAYS, null)),
            List.of(),
            2);
    LocalDate firstEnd = street.cycle().endingOn(street.cycleEnd()).start();
    assertEquals("RECURRING 100.00; DISCOUNT -100.00", shown(billed(street, firstEnd)));
    assertEquals("0.00", invoiced(street, firstEnd), "issued, with a number");
    assertEquals("RECURRING 100.00", shown(billed(street, street.cycleEnd())));
    assertEquals("123.00", invoiced(street, street.cycleEnd()));
  }

  private String invoiced(Street street, LocalDate cycleEnd) {
    return database
        .first(
            "select gross::numeric(19, 2)::text from billing.invoice where account_id = ?"
                + " and cycle_end = ? and number like 'FV/%'",
            row -> row.getString(1), street.accounts().get(0), cycleEnd)
        .orElseThrow();
  }

  @Test
  void aMinimumADepositAndABrokenTermAreBilled() {
    Street street =
        town.sell(
            List.of(
                price(PriceKind.RECURRING, "FEE", "40.00", false, null),
                price(PriceKind.MINIMUM, "MIN", "60.00", false, null),
                price(PriceKind.DEPOSIT, "DEP", "30.00", false, null),
                price(PriceKind.PENALTY, "TERM", "120.00", false, 24)),
            List.of(),
            List.of(),
            2);
    LocalDate firstEnd = street.cycle().endingOn(street.cycleEnd()).start();

    List<BillItemRow> first = billed(street, firstEnd);

    assertEquals("RECURRING 40.00; DEPOSIT 30.00; MINIMUM 20.00", shown(first));
    assertEquals(
        "40.00 PLN", system.call(() -> bills.explain(first.get(0).billId(), 3)).spent().toString());
    assertEquals(
        "HELD",
        database
            .first(
                "select status from billing.deposit where account_id = ?",
                row -> row.getString(1),
                street.accounts().get(0))
            .orElseThrow());

    List<DepositRow> held = system.call(() -> deposits.ofAccount(street.accounts().get(0)));
    assertEquals(List.of("30.00 PLN"), held.stream().map(row -> row.net().toString()).toList());

    endedOn(street);
    List<BillItemRow> last = billed(street, street.cycleEnd());

    assertEquals(
        "RECURRING 40.00; MINIMUM 20.00; PENALTY *; DEPOSIT_RETURN -30.00",
        shown(last).replaceAll("PENALTY [0-9.]+", "PENALTY *"));
    BillItemRow penalty = last.get(2);
    assertEquals(
        penalty.unitPrice().fraction(penalty.period().days(), penalty.nominal().days()).rounded(),
        penalty.shown());
    assertEquals(
        "SET_OFF",
        database
            .first(
                "select status from billing.deposit where account_id = ?",
                row -> row.getString(1),
                street.accounts().get(0))
            .orElseThrow());
    assertNotNull(system.call(() -> bills.compare(last.get(0).billId())).previous());
  }

  @Test
  void aFinalBillGivesBackTheDepositAndTheDiscountedDays() throws InterruptedException {
    Street street = halfPriceWithDeposit();
    while (street.cycle().isBoundary(TODAY)) {
      street = halfPriceWithDeposit();
    }
    long account = street.accounts().get(0);
    assertEquals(
        "RECURRING 100.00; DISCOUNT -50.00; RECURRING 100.00; DISCOUNT -50.00; DEPOSIT 300.00",
        shown(billed(street, street.cycleEnd())));
    Period paid = street.cycle().startingOn(street.cycleEnd());
    while (!paid.end().isAfter(TODAY)) {
      assertEquals("RECURRING 100.00; DISCOUNT -50.00", shown(billed(street, paid.end())));
      paid = street.cycle().startingOn(paid.end());
    }

    long subscription = system.call(() -> subscriptions.ofAccounts(List.of(account))).get(0).id();
    system.call(() -> orders.resign(subscription, TODAY, "resign-" + account));
    long patience = System.nanoTime() + 30_000_000_000L;
    while (system.call(() -> finals.ofAccount(account)).isEmpty() && System.nanoTime() < patience) {
      Thread.sleep(50);
    }
    assertEquals("DONE", system.call(() -> finals.make(account)).status());

    long left = new Period(TODAY, paid.end()).days();
    Money expected =
        Money.of("300", "PLN")
            .plus(Money.of("100", "PLN").fraction(left, paid.days()).rounded())
            .minus(Money.of("50", "PLN").fraction(left, paid.days()).rounded());
    assertEquals(
        expected.negated(),
        Money.of(
            database
                .first(
                    "select sum(net) from billing.invoice"
                        + " where account_id = ? and kind = 'CREDIT_NOTE'",
                    row -> row.getBigDecimal(1),
                    account)
                .orElseThrow(),
            "PLN"));
    assertEquals(
        DepositRow.Status.RETURNED, system.call(() -> deposits.ofAccount(account)).get(0).status());
  }

  private Street halfPriceWithDeposit() {
    return town.sell(
        List.of(
            price(PriceKind.RECURRING, "FEE", "100.00", true, null),
            price(PriceKind.DEPOSIT, "DEP", "300.00", false, null)),
        List.of(discount("FIRST", "50", 12, DiscountCondition.ALWAYS, null)),
        List.of(),
        1);
  }

  /** As if the customer had resigned in time for the day on which the last period ended. */
  private void endedOn(Street street) {
    long account = street.accounts().get(0);
    database.update(
        "update products.subscription set ends_on = ?, status = 'TERMINATED' where account_id = ?",
        street.cycleEnd(),
        account);
    database.update(
        "update products.subscription_phase set ends_on = ? where account_id = ?",
        street.cycleEnd(),
        account);
  }

  private List<BillItemRow> billed(Street street, LocalDate end) {
    long run = town.trial(end);
    town.approve(run);
    long bill =
        database.number(
            "select id from billing.bill where account_id = ? and run_id = ?",
            street.accounts().get(0),
            run);
    return system.call(() -> bills.bill(bill)).items();
  }

  private static String shown(List<BillItemRow> items) {
    return items.stream()
        .map(i -> i.kind() + " " + i.shown().displayAmount())
        .reduce((a, b) -> a + "; " + b)
        .orElse("");
  }

  private static DesignedPrice price(
      PriceKind kind, String code, String amount, boolean ahead, Integer term) {
    return new DesignedPrice(
        kind,
        code,
        code,
        code,
        new BigDecimal(amount),
        "PLN",
        ahead,
        null,
        "STANDARD",
        Recurrence.MONTHLY,
        Proration.DAILY,
        term);
  }

  private static Discount discount(
      String code, String percent, Integer months, DiscountCondition condition, String subject) {
    return new Discount(
        code,
        code,
        code,
        DiscountKind.PERCENT,
        new BigDecimal(percent),
        DiscountScope.RECURRING,
        null,
        1,
        months,
        condition,
        null,
        subject);
  }
}
