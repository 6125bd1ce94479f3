package com.asta.billing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.common.Period;
import com.asta.products.rules.PriceKind;
import com.asta.products.rules.Proration;
import com.asta.products.rules.Recurrence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillCalculatorTest {
  private static final LocalDate MAY = LocalDate.of(2012, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2012, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2012, 7, 1);
  private static final Texts TEXTS = new Texts("Fibre", "Światłowód");
  private static final TaxCalculator TAX = TaxRules.table().of(TaxedBuyer.consumer("PL"));

  @Test
  void anUpgradeGivesBackTheOldAndChargesTheNewPrice() {
    LocalDate change = LocalDate.of(2012, 5, 5);
    List<Item> items =
        drafted(
                charge(MAY, change, "249.95", true, JUNE, 1),
                charge(change, null, "599.95", true, change, 2))
            .items();
    assertEquals(List.of("-217.7", "522.54", "599.95"), amounts(items));
    assertEquals(
        ItemKind.CREDIT,
        items.stream().filter(i -> i.net().isNegative()).findFirst().orElseThrow().kind());
  }

  @ParameterizedTest
  @CsvSource({
    // from, until, in advance, billed until, expected
    "2012-05-01, , false, 2012-05-01, 100",
    "2012-05-01, , true, 2012-06-01, 100",
    "2012-05-01, , true, 2012-05-01, 100;100",
    "2012-05-17, , true, 2012-05-17, 48.39;100",
    "2012-05-17, , false, 2012-05-17, 48.39",
    "2012-05-01, 2012-05-15, false, 2012-05-01, 45.16",
    "2012-05-20, 2012-06-01, false, 2012-05-20, 38.71",
    // a bill that was missed is made up for
    "2012-03-01, , false, 2012-03-01, 100;100;100",
    // the end is already known: nothing is charged beyond it
    "2012-05-01, 2012-06-16, true, 2012-06-01, 50"
  })
  void whatIsLeftOpenIsBilled(
      LocalDate from, LocalDate until, boolean inAdvance, LocalDate billed, String expected) {
    assertEquals(
        List.of(expected.split(";")),
        amounts(drafted(charge(from, until, "100", inAdvance, billed, 1)).items()));
  }

  @Test
  void anAccountOwedMoreThanItOwesIsCarriedForward() {
    SubscribedCharge resigned = charge(MAY, LocalDate.of(2012, 5, 16), "100", true, JUNE, 1);
    BillOutcome outcome = BillCalculator.draft(input(List.of(resigned)));
    assertEquals(
        Money.of("-63.48", "PLN"), assertInstanceOf(BillOutcome.Carried.class, outcome).gross());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    // net amounts with their VAT category, what becomes of the bill, its gross
    "5 STANDARD,                          Drafted, 6.15",
    "-5 STANDARD,                         Carried, -6.15",
    // a price that a discount takes off whole
    "49 STANDARD;-49 STANDARD,            Drafted, 0.00",
    "0 STANDARD,                          Drafted, 0.00",
    // rates move, and by chance come to nothing
    "10 STANDARD;-12.30 EXEMPT,           Drafted, 0.00",
    // less than the smallest coin waits until it is one
    "0.004 STANDARD,                      Carried, 0.00",
    "-0.004 STANDARD,                     Carried, 0.00",
    "49 STANDARD;-49 STANDARD;0.003 EXEMPT, Carried, 0.00",
    "0.005 EXEMPT,                        Drafted, 0.01",
    "-0.01 EXEMPT,                        Carried, -0.01",
  })
  void whatSumsToNothingIsIssuedAndCreditWaits(String charges, String outcome, String gross) {
    List<ManualItem> manual = new ArrayList<>();
    for (String each : charges.split(";")) {
      String[] part = each.split(" ");
      manual.add(manual(pln(part[0]), part[1]));
    }
    BillOutcome decided =
        BillCalculator.draft(
            new BillInput(
                1,
                "PLN",
                BillCalendar.of(new BillCycle(1)),
                new Period(MAY, JUNE),
                List.of(),
                List.of(),
                List.of(),
                manual,
                TAX));
    assertEquals(outcome, decided.getClass().getSimpleName());
    Money sum =
        decided instanceof BillOutcome.Drafted drafted
            ? drafted.bill().gross()
            : ((BillOutcome.Carried) decided).gross();
    assertEquals(pln(gross), sum);
  }

  @Test
  void nothingLeftOpenIsNoBill() {
    SubscribedCharge billed = charge(MAY, null, "100", true, JULY, 1);
    assertInstanceOf(BillOutcome.Empty.class, BillCalculator.draft(input(List.of(billed))));
    SubscribedCharge future = charge(JULY, null, "100", true, JULY, 1);
    assertInstanceOf(BillOutcome.Empty.class, BillCalculator.draft(input(List.of(future))));
  }

  @Test
  void aFeeIsChargedOnceWhenTheServiceBegan() {
    SubscribedCharge fee = oneTime(LocalDate.of(2012, 5, 20), LocalDate.of(2012, 5, 20));
    assertEquals(List.of("100"), amounts(drafted(fee).items()));
    SubscribedCharge taken = oneTime(LocalDate.of(2012, 5, 20), LocalDate.of(2012, 5, 21));
    assertInstanceOf(BillOutcome.Empty.class, BillCalculator.draft(input(List.of(taken))));
    SubscribedCharge later = oneTime(JUNE, JUNE);
    assertInstanceOf(BillOutcome.Empty.class, BillCalculator.draft(input(List.of(later))));
  }

  /** Law: bills of any sequence of changes add up to what the days cost, each day once. */
  @Test
  void billsOverTimeAddUpToTheDaysOfService() {
    Random random = new Random(42);
    for (int round = 0; round < 500; round++) {
      LocalDate from = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(60));
      LocalDate until = from.plusDays(1 + random.nextInt(200));
      LocalDate known = until.minusDays(random.nextInt(20));
      boolean inAdvance = random.nextBoolean();
      int day = 1 + random.nextInt(31);
      BillCycle cycle = new BillCycle(day);
      Money billed = Money.zero("PLN");
      LocalDate billedUntil = from;
      for (Period period = cycle.containing(from);
          period.start().isBefore(until.plusDays(70));
          period = cycle.startingOn(period.end())) {
        LocalDate end = period.end().isAfter(known) ? until : null;
        SubscribedCharge charge = charge(from, end, "61.37", inAdvance, billedUntil, 1);
        for (Item item : Recurring.items(charge, input(cycle, period, List.of(charge)))) {
          billed = billed.plus(item.net());
          billedUntil = item.kind() == ItemKind.CREDIT ? end : item.period().end();
        }
      }
      Money whole = Money.zero("PLN");
      for (ProratedPeriod piece :
          ProratedPeriod.cut(
              new Period(from, until),
              BillCalendar.of(cycle),
              Recurrence.MONTHLY,
              Proration.DAILY,
              from)) {
        whole = whole.plus(piece.of(Money.of("61.37", "PLN")));
      }
      assertEquals(whole, billed, "seed 42, round " + round);
    }
  }

  @Test
  void taxComesFromExactLinesRoundedOncePerRate() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      items.add(usageItem("0.335", "STANDARD"));
    }
    items.add(usageItem("10", "REDUCED"));
    items.add(usageItem("20", "EXEMPT"));
    List<TaxLine> taxes = TAX.tax(items, MAY, "PLN");
    assertEquals(List.of("23%", "8%", "zw."), taxes.stream().map(TaxLine::label).toList());
    TaxLine standard = taxes.get(0);
    assertEquals(Money.of("1.01", "PLN"), standard.net());
    assertEquals(Money.of("0.23", "PLN"), standard.tax());
    assertEquals(Money.of("-0.01", "PLN"), standard.rounding());
    assertEquals(Money.of("0.80", "PLN"), taxes.get(1).tax());
    assertEquals(Money.zero("PLN"), taxes.get(2).tax());
  }

  @Test
  void lateUsageLandsOnTheNextBill() {
    List<UsedTotal> used =
        List.of(
            used(LocalDate.of(2012, 4, 29), 10, "1.00"),
            used(LocalDate.of(2012, 5, 2), 5, "0.50"),
            used(LocalDate.of(2012, 6, 1), 99, "9.90"));
    List<UsageMonth> billed =
        List.of(
            new UsageMonth(
                7, "voice", 3, LocalDate.of(2012, 4, 1), new BigDecimal(6), 6, pln("0.60")));
    UsageBilling usage = UsageBilling.of(used, billed, new Period(MAY, JUNE));
    assertEquals(
        List.of(ItemKind.USAGE, ItemKind.LATE_USAGE),
        usage.items().stream().map(Item::kind).toList());
    assertEquals(List.of("0.4", "0.5"), amounts(usage.items()));
    assertEquals(
        List.of(pln("0.40"), pln("0.50")),
        usage.months().stream().map(UsageMonth::rated).sorted().toList());
    List<UsageMonth> all = new ArrayList<>(billed);
    all.addAll(usage.months());
    UsageBilling again = UsageBilling.of(used.subList(0, 2), all, new Period(JUNE, JULY));
    assertTrue(again.items().isEmpty());
    assertTrue(again.months().isEmpty());
  }

  @Test
  void aForeignCurrencyAndAnUnknownCategoryAreQuarantined() {
    ManualItem euro = manual(Money.of("5", "EUR"), "STANDARD");
    assertEquals(QuarantineReason.CURRENCY_DIFFERS, quarantined(euro).reason());
    ManualItem odd = manual(pln("5"), "LUXURY");
    assertEquals(QuarantineReason.VAT_CATEGORY_UNKNOWN, quarantined(odd).reason());
  }

  /** Law: the same input gives the same bill, whatever order the rows came in. */
  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    SubscribedCharge a = charge(MAY, null, "10", false, MAY, 1);
    SubscribedCharge b = charge(MAY.plusDays(3), null, "20", false, MAY.plusDays(3), 2);
    assertEquals(drafted(a, b), drafted(b, a));
  }

  private static BillOutcome.Quarantined quarantined(ManualItem manual) {
    BillInput input =
        new BillInput(
            1,
            "PLN",
            BillCalendar.of(new BillCycle(1)),
            new Period(MAY, JUNE),
            List.of(),
            List.of(),
            List.of(),
            List.of(manual),
            TAX);
    return assertInstanceOf(BillOutcome.Quarantined.class, BillCalculator.draft(input));
  }

  private static ManualItem manual(Money net, String category) {
    return new ManualItem(9, "FEE", MAY, net, TEXTS, category);
  }

  private static Bill drafted(SubscribedCharge... charges) {
    BillOutcome outcome = BillCalculator.draft(input(List.of(charges)));
    return assertInstanceOf(BillOutcome.Drafted.class, outcome).bill();
  }

  private static BillInput input(List<SubscribedCharge> charges) {
    return input(new BillCycle(1), new Period(MAY, JUNE), charges);
  }

  private static BillInput input(BillCycle cycle, Period period, List<SubscribedCharge> charges) {
    return new BillInput(
        1, "PLN", BillCalendar.of(cycle), period, charges, List.of(), List.of(), List.of(), TAX);
  }

  private static SubscribedCharge charge(
      LocalDate from,
      LocalDate until,
      String price,
      boolean inAdvance,
      LocalDate billedUntil,
      long priceId) {
    return new SubscribedCharge(
        new ChargeKey(7, from, priceId),
        PriceKind.RECURRING,
        "FEE",
        until,
        3,
        null,
        Recurrence.MONTHLY,
        Proration.DAILY,
        0,
        pln(price),
        inAdvance,
        billedUntil,
        TEXTS,
        "STANDARD");
  }

  private static SubscribedCharge oneTime(LocalDate from, LocalDate billedUntil) {
    return new SubscribedCharge(
        new ChargeKey(7, from, 5),
        PriceKind.ONE_TIME,
        "ONCE",
        null,
        3,
        null,
        Recurrence.MONTHLY,
        Proration.DAILY,
        0,
        pln("100"),
        true,
        billedUntil,
        TEXTS,
        "STANDARD");
  }

  private static UsedTotal used(LocalDate day, long units, String rated) {
    return new UsedTotal(
        7,
        null,
        day,
        "voice",
        3,
        TEXTS,
        "s",
        BigDecimal.valueOf(units),
        units,
        pln(rated),
        "STANDARD");
  }

  private static Item usageItem(String net, String category) {
    return new Item(
        ItemKind.USAGE,
        new Origin.Usage(7, null, "voice", 3, "s", BigDecimal.TEN, 2),
        new Period(MAY, JUNE),
        pln(net),
        pln(net),
        category,
        TEXTS);
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }

  private static List<String> amounts(List<Item> items) {
    return items.stream()
        .map(i -> i.net().rounded().amount())
        .sorted()
        .map(BigDecimal::toPlainString)
        .toList();
  }
}
