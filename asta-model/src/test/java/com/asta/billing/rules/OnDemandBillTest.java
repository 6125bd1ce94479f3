package com.asta.billing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

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

/** A bill between boundaries, and the regular one after it. */
class OnDemandBillTest {
  private static final long SEED = 20261129;
  private static final Texts TEXTS = new Texts("Fibre", "Światłowód");
  private static final TaxCalculator TAX = TaxRules.table().of(TaxedBuyer.consumer("PL"));
  private static final LocalDate MAY = LocalDate.of(2025, 5, 1);

  @Test
  void pricesInAdvanceReachToTheEndOfThePresentPeriod() {
    SubscribedCharge sold = charge(MAY.plusDays(9), true, MAY.plusDays(9));
    Bill bill = bill(input(new Period(MAY, MAY.plusDays(19)), List.of(sold), List.of(), List.of()));
    assertEquals(new Period(MAY.plusDays(9), MAY.plusMonths(1)), bill.items().get(0).period());
  }

  @Test
  void pricesInArrearsReachToTheDay() {
    SubscribedCharge charge = charge(MAY, false, MAY);
    Bill bill =
        bill(input(new Period(MAY, MAY.plusDays(10)), List.of(charge), List.of(), List.of()));
    assertEquals(Money.of("32.26", "PLN"), bill.items().get(0).net().rounded());
  }

  /**
   * Law: a bill on demand and the regular one after it come to what the regular one alone would.
   */
  @Test
  void theRegularBillTakesExactlyTheRest() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      Period whole = new Period(MAY, MAY.plusMonths(1));
      LocalDate day = MAY.plusDays(1 + random.nextInt(30));
      boolean inAdvance = random.nextBoolean();
      LocalDate from = MAY.plusDays(random.nextInt(day.getDayOfMonth()));
      List<UsedTotal> used = used(random);
      SubscribedCharge fresh = charge(from, inAdvance, from);
      Money alone = net(input(whole, List.of(fresh), used, List.of()));

      List<UsedTotal> before = used.stream().filter(u -> u.day().isBefore(day)).toList();
      BillInput first = input(new Period(MAY, day), List.of(fresh), before, List.of());
      BillOutcome outcome = BillCalculator.draft(first);
      LocalDate until = from;
      List<UsageMonth> taken = List.of();
      Money demanded = Money.zero("PLN");
      if (outcome instanceof BillOutcome.Drafted drafted) {
        until =
            drafted.bill().items().stream()
                .filter(i -> i.kind() == ItemKind.RECURRING)
                .map(i -> i.period().end())
                .max(LocalDate::compareTo)
                .orElse(from);
        taken = drafted.bill().usage();
        demanded = exact(drafted.bill());
      }
      Money rest =
          net(
              input(
                  new Period(day, whole.end()),
                  List.of(charge(from, inAdvance, until)),
                  used,
                  taken));
      assertEquals(alone, demanded.plus(rest), "seed " + SEED + ", round " + round);
    }
  }

  private static Money net(BillInput input) {
    return BillCalculator.draft(input) instanceof BillOutcome.Drafted drafted
        ? exact(drafted.bill())
        : Money.zero("PLN");
  }

  private static Money exact(Bill bill) {
    return Money.sum(bill.items().stream().map(Item::net).toList(), "PLN");
  }

  private static Bill bill(BillInput input) {
    return assertInstanceOf(BillOutcome.Drafted.class, BillCalculator.draft(input)).bill();
  }

  private static BillInput input(
      Period period, List<SubscribedCharge> charges, List<UsedTotal> used, List<UsageMonth> taken) {
    BillCalendar calendar = BillCalendar.of(new BillCycle(1));
    return new BillInput(1, "PLN", calendar, period, charges, used, taken, List.of(), TAX);
  }

  private static List<UsedTotal> used(Random random) {
    List<UsedTotal> used = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      BigDecimal units = BigDecimal.valueOf(1 + random.nextInt(500));
      Money rated = Money.of(BigDecimal.valueOf(1 + random.nextInt(10_000), 3), "PLN");
      LocalDate day = MAY.plusDays(random.nextInt(31));
      used.add(new UsedTotal(7, null, day, "voice", 3, TEXTS, "s", units, 1, rated, "STANDARD"));
    }
    return used;
  }

  private static SubscribedCharge charge(LocalDate from, boolean inAdvance, LocalDate billed) {
    return new SubscribedCharge(
        new ChargeKey(7, from, 1),
        PriceKind.RECURRING,
        "FEE",
        null,
        3,
        null,
        Recurrence.MONTHLY,
        Proration.DAILY,
        0,
        Money.of("100", "PLN"),
        inAdvance,
        billed,
        TEXTS,
        "STANDARD");
  }
}
