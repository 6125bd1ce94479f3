package com.asta.billing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.asta.common.Money;
import com.asta.common.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayerSplitTest {
  private static final long SEED = 20261130;
  private static final long OWNER = 10;
  private static final long PAYER = 20;
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final Period MONTH = new Period(JUNE, JUNE.plusMonths(1));
  private static final Texts TEXTS = new Texts("Fibre", "Światłowód");

  @ParameterizedTest
  @CsvSource({
    // charges, percent, limit, from, until, payer of 120.00 recurring in June, owner
    "ALL, 100, , 2026-06-01, , 120, 0",
    "RECURRING, 100, , 2026-06-01, , 120, 0",
    "USAGE, 100, , 2026-06-01, , 0, 120",
    "ONE_TIME, 100, , 2026-06-01, , 0, 120",
    "RECURRING, 25, , 2026-06-01, , 30, 90",
    // the employer pays up to 100, the employee the rest
    "RECURRING, 100, 100, 2026-06-01, , 100, 20",
    "RECURRING, 100, 200, 2026-06-01, , 120, 0",
    "RECURRING, 50, 100, 2026-06-01, , 60, 60",
    "RECURRING, 50, 40, 2026-06-01, , 40, 80",
    // from and until a day within the period
    "ALL, 100, , 2026-06-16, , 60, 60",
    "ALL, 100, , 2026-05-01, 2026-06-11, 40, 80",
    "RECURRING, 100, 100, 2026-06-16, , 50, 70",
    "ALL, 100, , 2026-07-01, , 0, 120"
  })
  void aRuleDividesARecurringPrice(
      PaidCharges charges,
      BigDecimal percent,
      BigDecimal limit,
      LocalDate from,
      LocalDate until,
      String payer,
      String owner) {
    PayerRule rule = rule(null, charges, percent, limit, from, until);
    Map<Long, List<Item>> parts = split(rule).split(List.of(recurring(1, "120", MONTH)));
    assertEquals(pln(payer), sum(parts.get(PAYER)));
    assertEquals(pln(owner), sum(parts.get(OWNER)));
  }

  @Test
  void aLimitIsOfAllRecurringPricesOfAServiceAndProratedAsTheyAre() {
    PayerRule rule =
        rule(null, PaidCharges.RECURRING, BigDecimal.valueOf(100), pln("100").amount(), JUNE, null);
    List<Item> two = List.of(recurring(1, "80", MONTH), recurring(1, "40", MONTH));
    assertEquals(pln("100"), rounded(split(rule).paidBy(PAYER, two)));
    List<Item> other = List.of(recurring(1, "80", MONTH), recurring(2, "40", MONTH));
    assertEquals(pln("120"), rounded(split(rule).paidBy(PAYER, other)), "of each service");
    Item half = recurring(1, "60", new Period(JUNE, JUNE.plusDays(15)));
    assertEquals(pln("50"), rounded(split(rule).paidBy(PAYER, List.of(half))));
  }

  @Test
  void theMostSpecialRuleDecides() {
    PayerRule all = rule(null, PaidCharges.ALL, BigDecimal.valueOf(100), null, JUNE, null);
    PayerRule service =
        new PayerRule(OWNER, 1L, PaidCharges.ALL, 30, BigDecimal.valueOf(100), null, JUNE, null);
    List<Item> items = List.of(recurring(1, "10", MONTH), recurring(2, "20", MONTH), manual());
    Map<Long, List<Item>> parts = new PayerSplit(OWNER, List.of(all, service)).split(items);
    assertEquals(pln("10"), sum(parts.get(30L)));
    assertEquals(pln("25"), sum(parts.get(PAYER)), "what people entered belongs to the account");
    assertEquals(pln("0"), sum(parts.get(OWNER)));
  }

  @Test
  void aDiscountGoesWithWhatItReducesAndADepositStaysWithItsOwner() {
    Item price = recurring(1, "120", MONTH);
    Origin reduced = new Origin.Discounted(price.origin(), 3, "SPRING", BigDecimal.TEN);
    List<Item> items =
        List.of(
            price,
            item(ItemKind.DISCOUNT, reduced, "-12"),
            item(ItemKind.DEPOSIT, price.origin(), "50"));
    BigDecimal all = BigDecimal.valueOf(100);
    PayerRule whole = rule(null, PaidCharges.ALL, all, null, JUNE, null);
    assertEquals(pln("108"), sum(split(whole).paidBy(PAYER, items)));
    assertEquals(pln("50"), sum(split(whole).paidBy(OWNER, items)));
    PayerRule most = rule(null, PaidCharges.RECURRING, all, pln("100").amount(), JUNE, null);
    assertEquals(pln("100"), rounded(split(most).paidBy(PAYER, items)), "of what is left");
  }

  @Test
  void usageIsDividedByItsDays() {
    PayerRule rule =
        rule(null, PaidCharges.USAGE, BigDecimal.valueOf(40), null, JUNE.plusDays(9), null);
    List<UsedTotal> used = List.of(used(JUNE.plusDays(8), "10"), used(JUNE.plusDays(9), "10"));
    assertEquals(
        List.of("4.00"),
        split(rule).usedBy(PAYER, used).stream().map(PayerSplitTest::rated).toList());
    assertEquals(
        List.of("10.00", "6.00"),
        split(rule).usedBy(OWNER, used).stream().map(PayerSplitTest::rated).toList());
  }

  @Test
  void aRuleThatMakesNoSenseIsRefused() {
    BigDecimal all = BigDecimal.valueOf(100);
    assertThrows(
        IllegalArgumentException.class,
        () -> rule(null, PaidCharges.ALL, BigDecimal.ZERO, null, JUNE, null));
    assertThrows(
        IllegalArgumentException.class,
        () -> rule(null, PaidCharges.ALL, BigDecimal.valueOf(101), null, JUNE, null));
    assertThrows(
        IllegalArgumentException.class,
        () -> rule(null, PaidCharges.USAGE, all, BigDecimal.ONE, JUNE, null));
    assertThrows(
        IllegalArgumentException.class, () -> rule(null, PaidCharges.ALL, all, null, JUNE, JUNE));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PayerRule(OWNER, null, PaidCharges.ALL, OWNER, all, null, JUNE, null));
    PayerRule rule = rule(null, PaidCharges.ALL, all, null, JUNE, null);
    assertThrows(IllegalArgumentException.class, () -> new PayerSplit(99, List.of(rule)));
  }

  /** Law: whatever the rules, the parts sum exactly to the whole, and none is beyond it. */
  @Test
  void thePartsSumToTheWhole() {
    Random random = new Random(SEED);
    for (int round = 0; round < 2_000; round++) {
      PayerSplit split = new PayerSplit(OWNER, rules(random));
      List<Item> items = new ArrayList<>();
      List<UsedTotal> used = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(6); i++) {
        items.add(item(random));
        used.add(used(JUNE.plusDays(random.nextInt(60)), money(random)));
      }
      String seed = "seed " + SEED + ", round " + round;
      for (Item item : items) {
        Money parts =
            Money.sum(
                split.split(List.of(item)).values().stream()
                    .flatMap(List::stream)
                    .map(Item::net)
                    .toList(),
                "PLN");
        assertEquals(item.net(), parts, seed);
      }
      Money all = Money.zero("PLN");
      Money usedParts = Money.zero("PLN");
      for (List<Item> part : split.split(items).values()) {
        all = all.plus(sum(part));
      }
      for (long account : new long[] {OWNER, PAYER, 30}) {
        usedParts =
            usedParts.plus(
                Money.sum(
                    split.usedBy(account, used).stream().map(UsedTotal::rated).toList(), "PLN"));
      }
      assertEquals(sum(items), all, seed);
      assertEquals(Money.sum(used.stream().map(UsedTotal::rated).toList(), "PLN"), usedParts, seed);
    }
  }

  private static List<PayerRule> rules(Random random) {
    List<PayerRule> rules = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      PaidCharges charges = PaidCharges.values()[random.nextInt(4)];
      boolean limited = charges == PaidCharges.RECURRING && random.nextBoolean();
      LocalDate from = JUNE.plusDays(random.nextInt(50) - 10);
      rules.add(
          new PayerRule(
              OWNER,
              random.nextBoolean() ? null : 1L + random.nextInt(2),
              charges,
              random.nextBoolean() ? PAYER : 30,
              BigDecimal.valueOf(1 + random.nextInt(100)),
              limited ? Money.of(money(random), "PLN") : null,
              from,
              random.nextBoolean() ? null : from.plusDays(1 + random.nextInt(30))));
    }
    return rules;
  }

  private static Item item(Random random) {
    LocalDate from = JUNE.plusDays(random.nextInt(29));
    Period period =
        new Period(from, from.plusDays(1 + random.nextInt(30 - from.getDayOfMonth() + 1)));
    return switch (random.nextInt(3)) {
      case 0 -> manual();
      case 1 -> recurring(1 + random.nextInt(2), "-" + money(random), period);
      default -> recurring(1 + random.nextInt(2), money(random), period);
    };
  }

  private static String money(Random random) {
    return BigDecimal.valueOf(1 + random.nextInt(100_000), 2).toPlainString();
  }

  private static PayerSplit split(PayerRule rule) {
    return new PayerSplit(OWNER, List.of(rule));
  }

  private static PayerRule rule(
      Long subscription,
      PaidCharges charges,
      BigDecimal percent,
      BigDecimal limit,
      LocalDate from,
      LocalDate until) {
    return new PayerRule(
        OWNER,
        subscription,
        charges,
        PAYER,
        percent,
        limit == null ? null : Money.of(limit, "PLN"),
        from,
        until);
  }

  private static Item recurring(long subscription, String net, Period period) {
    return new Item(
        net.startsWith("-") ? ItemKind.CREDIT : ItemKind.RECURRING,
        new Origin.Phase(new ChargeKey(subscription, JUNE, 1), 3, null, MONTH),
        period,
        pln(net),
        pln(net),
        "STANDARD",
        TEXTS);
  }

  private static Item item(ItemKind kind, Origin origin, String net) {
    return new Item(kind, origin, MONTH, pln(net), pln(net), "STANDARD", TEXTS);
  }

  private static Item manual() {
    return new Item(
        ItemKind.MANUAL,
        new Origin.Manual(4, "FEE", JUNE),
        new Period(JUNE, JUNE.plusDays(1)),
        pln("5"),
        pln("5"),
        "STANDARD",
        TEXTS);
  }

  private static UsedTotal used(LocalDate day, String rated) {
    return new UsedTotal(
        1, null, day, "voice", 3, TEXTS, "s", BigDecimal.TEN, 2, pln(rated), "STANDARD");
  }

  private static String rated(UsedTotal total) {
    return total.rated().displayAmount().toPlainString();
  }

  private static Money sum(List<Item> items) {
    return items == null
        ? Money.zero("PLN")
        : Money.sum(items.stream().map(Item::net).toList(), "PLN");
  }

  private static Money rounded(List<Item> items) {
    return sum(items).rounded();
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }
}
