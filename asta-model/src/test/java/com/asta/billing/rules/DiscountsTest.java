package com.asta.billing.rules;

import static com.asta.billing.rules.Scheme.pln;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.common.Period;
import com.asta.products.rules.Discount;
import com.asta.products.rules.DiscountCondition;
import com.asta.products.rules.DiscountKind;
import com.asta.products.rules.DiscountScope;
import com.asta.products.rules.PriceKind;
import com.asta.products.rules.Proration;
import com.asta.products.rules.Recurrence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountsTest {
  private static final LocalDate JAN = LocalDate.of(2025, 1, 1);
  private static final LocalDate FEB = LocalDate.of(2025, 2, 1);

  @ParameterizedTest
  @CsvSource({
    // kind, value, from month, months, proration, phase from, bill ends, items of the bill
    "PERCENT, 50, 1, , DAILY, 2025-01-01, 2025-02-01, 100.00;-50.00",
    "PERCENT, 100, 1, , DAILY, 2025-01-01, 2025-02-01, 100.00;-100.00",
    "ABSOLUTE, 30, 1, , DAILY, 2025-01-01, 2025-02-01, 100.00;-30.00",
    "ABSOLUTE, 130, 1, , DAILY, 2025-01-01, 2025-02-01, 100.00;-100.00",
    "ABSOLUTE, 31, 1, , DAILY, 2025-01-17, 2025-02-01, 48.39;-15.00",
    "PERCENT, 50, 1, 3, DAILY, 2024-11-01, 2025-02-01, 100.00;-50.00;100.00;-50.00;100.00;-50.00",
    "PERCENT, 50, 1, 2, DAILY, 2024-11-01, 2025-02-01, 100.00;-50.00;100.00;-50.00;100.00",
    "PERCENT, 50, 3, 1, DAILY, 2024-11-01, 2025-02-01, 100.00;100.00;100.00;-50.00",
    // two months from 17 November end on 17 January: 16 of 31 days
    "PERCENT, 50, 1, 2, DAILY, 2024-11-17, 2025-02-01, 46.67;-23.33;100.00;-50.00;100.00;-25.81",
    "PERCENT, 50, 1, 2, THIRTY_DAY, 2024-11-16, 2025-02-01, 50.00;-25.00;100.00;-50.00;100.00;-25.00",
    // not prorated: two whole periods, the first of them begun late
    "PERCENT, 50, 1, 2, NONE, 2024-11-17, 2025-02-01, 100.00;-50.00;100.00;-50.00;100.00"
  })
  void aDiscountStandsBelowWhatItReduces(
      DiscountKind kind,
      String value,
      int fromMonth,
      Integer months,
      Proration proration,
      LocalDate from,
      LocalDate billEnds,
      String items) {
    Scheme scheme = new Scheme(1);
    scheme.charge(
        1, PriceKind.RECURRING, from, null, "100", false, Recurrence.MONTHLY, proration, 0);
    scheme.terms(
        1,
        from,
        null,
        Scheme.discount("D", kind, value, fromMonth, months, DiscountCondition.ALWAYS));
    BillInput input = scheme.input(new Period(JAN, billEnds));
    List<Item> whole = new ArrayList<>(Recurring.items(input.charges().get(0), input));
    assertEquals(items, Scheme.shown(new Discounts(input).applied(whole)));
  }

  /** A free month is the whole first period, also where a short month begins it before its day. */
  @ParameterizedTest
  @CsvSource({
    // cycle day, phase from, months, bill ends, items of the bill
    "31, 2025-02-28, 1, 2025-03-31, 100.00;-100.00",
    "31, 2025-02-28, 2, 2025-04-30, 100.00;-100.00;100.00;-100.00",
    "30, 2025-02-28, 1, 2025-03-30, 100.00;-100.00",
    "31, 2025-04-30, 1, 2025-06-30, 100.00;-100.00;100.00",
    "31, 2025-02-27, 1, 2025-03-31, 3.57;-3.57;100.00;-87.10",
    "28, 2025-02-28, 1, 2025-03-28, 100.00;-100.00"
  })
  void monthsFromABoundaryAreWholePeriods(
      int day, LocalDate from, int months, LocalDate billEnds, String items) {
    Scheme scheme = new Scheme(day);
    scheme.recurring(1, from, null, "100", false);
    scheme.terms(1, from, null, Scheme.percent("FREE", "100", 1, months));
    BillInput input = scheme.input(new Period(from, billEnds));
    List<Item> whole = new ArrayList<>(Recurring.items(input.charges().get(0), input));
    assertEquals(items, Scheme.shown(new Discounts(input).applied(whole)));
  }

  @Test
  void phasesFollowEachOther() {
    Scheme scheme = new Scheme(1);
    scheme.recurring(1, JAN, null, "100", false);
    scheme.terms(1, JAN, null, Scheme.percent("A", "50", 1, 2), Scheme.percent("B", "20", 3, 2));
    List<String> bills = new ArrayList<>();
    for (int month = 1; month <= 5; month++) {
      bills.add(Scheme.shown(scheme.bill(JAN.plusMonths(month))));
    }
    assertEquals(
        List.of("100.00;-50.00", "100.00;-50.00", "100.00;-20.00", "100.00;-20.00", "100.00"),
        bills);
  }

  @Test
  void theOrderIsFixedWhateverTheDesign() {
    Discount promo =
        with(Scheme.percent("PROMO", "10", 1, null), DiscountCondition.PROMOTION, null, "SPRING");
    Discount own = Scheme.percent("OWN", "50", 1, null);
    Discount amount =
        Scheme.discount("OFF", DiscountKind.ABSOLUTE, "20", 1, null, DiscountCondition.ALWAYS);
    for (List<Discount> order : List.of(List.of(promo, amount, own), List.of(own, amount, promo))) {
      Scheme scheme = new Scheme(1);
      scheme.recurring(1, JAN, null, "100", false);
      scheme.terms(1, JAN, null, "OFFER", Set.of("SPRING"), order.toArray(Discount[]::new));
      assertEquals("100.00;-50.00;-20.00;-3.00", Scheme.shown(scheme.bill(FEB)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SUBSCRIPTIONS, 3, , 100.00",
    "SUBSCRIPTIONS, 2, , 100.00;-10.00",
    "HELD_WITH, , TV, 100.00;-10.00",
    "HELD_WITH, , MOBILE, 100.00",
    "PROMOTION, , SPRING, 100.00;-10.00",
    "PROMOTION, , AUTUMN, 100.00"
  })
  void aConditionIsDecidedByWhatIsHeld(
      DiscountCondition condition, BigDecimal threshold, String subject, String items) {
    Scheme scheme = new Scheme(1);
    scheme.recurring(1, JAN, null, "100", false);
    Discount discount = with(Scheme.percent("D", "10", 1, null), condition, threshold, subject);
    scheme.terms(1, JAN, null, "FIBRE", Set.of("SPRING"), discount);
    scheme.terms(2, JAN, null, "FIBRE", Set.of());
    scheme.terms(3, JAN, null, "TV", Set.of());
    scheme.terms(4, JAN, LocalDate.of(2025, 1, 1).plusDays(1), "GONE", Set.of());
    assertEquals(items, Scheme.shown(scheme.bill(FEB)));
  }

  @Test
  void ofSeveralThresholdsTheHighestCounts() {
    Scheme scheme = new Scheme(1);
    scheme.recurring(1, JAN, null, "100", false);
    Discount five = Scheme.percent("FIVE", "5", 1, null);
    scheme.terms(
        1,
        JAN,
        null,
        "FIBRE",
        Set.of(),
        with(five, DiscountCondition.SUBSCRIPTIONS, BigDecimal.ONE, null),
        with(
            Scheme.percent("TEN", "10", 1, null),
            DiscountCondition.SUBSCRIPTIONS,
            BigDecimal.valueOf(2),
            null));
    scheme.terms(2, JAN, null, "FIBRE", Set.of());
    assertEquals("100.00;-10.00", Scheme.shown(scheme.bill(FEB)));
  }

  @ParameterizedTest
  @CsvSource({
    "PERCENT, 10, ALWAYS, , 20.00;-2.00;1.00",
    "ABSOLUTE, 50, ALWAYS, , 20.00;-20.00;1.00",
    "PERCENT, 10, USAGE, 500, 20.00;-2.00;1.00",
    "PERCENT, 10, USAGE, 501, 20.00;1.00"
  })
  void usageIsReducedByQuantity(
      DiscountKind kind,
      String value,
      DiscountCondition condition,
      BigDecimal threshold,
      String items) {
    Scheme scheme = new Scheme(1);
    scheme.use(1, JAN.plusDays(3), 200, "8").use(1, JAN.plusDays(20), 300, "12");
    scheme.recurring(2, JAN, null, "1", false);
    scheme.terms(1, JAN, null, usage("D", kind, value, condition, threshold));
    assertEquals(items, Scheme.shown(scheme.bill(FEB)));
  }

  @Test
  void theTaxFollowsWhatIsReduced() {
    Scheme scheme = new Scheme(1);
    scheme.recurring(1, JAN, null, "100", false);
    scheme.terms(1, JAN, null, Scheme.percent("D", "50", 1, null));
    Bill bill = ((BillOutcome.Drafted) scheme.outcome(FEB)).bill();
    assertEquals(pln("11.50"), bill.tax());
    Item discount = bill.items().get(1);
    assertEquals(ItemKind.DISCOUNT, discount.kind());
    Origin.Discounted why = (Origin.Discounted) discount.origin();
    assertEquals(bill.items().get(0).origin(), why.of());
    assertEquals(pln("100"), discount.unitPrice());
  }

  @Test
  void daysGivenBackGiveBackTheirDiscountToo() {
    Scheme scheme = new Scheme(1);
    scheme.recurring(1, JAN, null, "100", true);
    scheme.recurring(2, JAN, null, "500", false);
    scheme.terms(1, JAN, null, Scheme.percent("D", "50", 1, null));
    scheme.bill(FEB);
    scheme.end(0, LocalDate.of(2025, 2, 15));
    assertEquals("-50.00;25.00;500.00", Scheme.shown(scheme.bill(LocalDate.of(2025, 3, 1))));
  }

  /** Law: below each item the discounts take something off and never more than the item. */
  @Test
  void noPriceBecomesNegative() {
    long seed = 20261128;
    Random random = new Random(seed);
    int discounted = 0;
    for (int round = 0; round < 2_000; round++) {
      int day = 1 + random.nextInt(31);
      Scheme scheme = random(random, day);
      scheme.terms(1, scheme.charges.get(0).key().phaseFrom(), null, discounts(random));
      Money sum = Money.zero("PLN");
      for (Item item : billedFor(scheme, day, 8)) {
        boolean off = item.kind() == ItemKind.DISCOUNT;
        sum = off ? sum.plus(item.net()) : item.net();
        String what = "seed " + seed + ", round " + round + ": " + item;
        assertFalse(off && item.net().isPositive(), what);
        assertFalse(sum.isNegative(), what);
        discounted += off ? 1 : 0;
      }
    }
    assertTrue(discounted > 1_000, "discounted " + discounted);
  }

  /** Law: the first n months take a part of exactly n months' prices off, however they are cut. */
  @Test
  void theFirstMonthsAreNeverMoreThanTheyAre() {
    long seed = 112_026;
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      int day = 1 + random.nextInt(31);
      int months = 1 + random.nextInt(6);
      Proration proration = pick(random, Proration.values());
      LocalDate from = JAN.plusDays(random.nextInt(100));
      Scheme scheme = new Scheme(day);
      boolean ahead = random.nextBoolean();
      scheme.charge(
          1, PriceKind.RECURRING, from, null, "84", ahead, Recurrence.MONTHLY, proration, 0);
      scheme.terms(1, from, null, Scheme.percent("FIRST", "50", 1, months));
      List<Item> items = billedFor(scheme, day, months + 4);
      List<Item> off = items.stream().filter(i -> i.kind() == ItemKind.DISCOUNT).toList();
      String what = "seed " + seed + ", round " + round + ", " + proration + ", day " + day;
      assertFalse(off.isEmpty(), what);
      if (proration == Proration.NONE) {
        assertEquals(months, off.size(), what);
      } else {
        LocalDate until = BillCalendar.of(new BillCycle(day)).monthsAfter(from, months);
        Money expected = Money.zero("PLN");
        for (ProratedPeriod piece :
            ProratedPeriod.cut(
                new Period(from, until),
                BillCalendar.of(new BillCycle(day)),
                Recurrence.MONTHLY,
                proration,
                from)) {
          expected = expected.plus(piece.of(pln("42")));
        }
        assertTrue(off.stream().noneMatch(i -> i.period().end().isAfter(until)), what);
        assertEquals(expected.rounded(), Scheme.sum(off).negated().rounded(), what);
      }
    }
  }

  private static List<Item> billedFor(Scheme scheme, int day, int months) {
    BillCycle cycle = new BillCycle(day);
    List<Item> items = new ArrayList<>();
    Period period = cycle.containing(scheme.charges.get(0).key().phaseFrom());
    for (int month = 0; month < months; month++) {
      if (scheme.outcome(period.end()) instanceof BillOutcome.Drafted) {
        items.addAll(scheme.bill(period.end()));
      }
      period = cycle.startingOn(period.end());
    }
    return items;
  }

  private static Scheme random(Random random, int day) {
    LocalDate from = JAN.plusDays(random.nextInt(31));
    return new Scheme(day)
        .charge(
            1,
            PriceKind.RECURRING,
            from,
            random.nextBoolean() ? null : from.plusDays(1 + random.nextInt(200)),
            BigDecimal.valueOf(random.nextInt(20_000), 2).toPlainString(),
            random.nextBoolean(),
            pick(random, Recurrence.values()),
            random.nextBoolean() ? Proration.DAILY : Proration.NONE,
            0);
  }

  private static <T> T pick(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static Discount[] discounts(Random random) {
    Discount[] discounts = new Discount[1 + random.nextInt(4)];
    for (int i = 0; i < discounts.length; i++) {
      DiscountKind kind = pick(random, DiscountKind.values());
      discounts[i] =
          Scheme.discount(
              "D" + i,
              kind,
              String.valueOf(1 + random.nextInt(100)),
              1 + random.nextInt(4),
              random.nextBoolean() ? null : 1 + random.nextInt(4),
              DiscountCondition.ALWAYS);
    }
    return discounts;
  }

  private static Discount usage(
      String code, DiscountKind kind, String value, DiscountCondition when, BigDecimal threshold) {
    return new Discount(
        code,
        code,
        code,
        kind,
        new BigDecimal(value),
        DiscountScope.USAGE,
        null,
        1,
        null,
        when,
        threshold,
        null);
  }

  private static Discount with(
      Discount d, DiscountCondition condition, BigDecimal threshold, String subject) {
    return new Discount(
        d.code(),
        d.nameEn(),
        d.namePl(),
        d.kind(),
        d.value(),
        d.scope(),
        d.priceCode(),
        d.fromMonth(),
        d.months(),
        condition,
        threshold,
        subject);
  }
}
