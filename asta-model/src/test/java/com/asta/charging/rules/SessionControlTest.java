package com.asta.charging.rules;

import static com.asta.charging.rules.Tariffs.voice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.rules.SessionControl.Step;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionControlTest {
  private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");
  private static final CompiledTariff MINUTES =
      Tariffs.of(
          Rounding.NONE,
          List.of(),
          List.of(voice("HOME", null, "0.10", Tariffs.step(0, "0.60", 60, 60))));

  /** Connect fee 0.10, then 0.60 a started minute; the quota ends where the money does. */
  @ParameterizedTest(name = "{0}: {1} s wanted, {2} granted")
  @CsvSource({
    // balance, wanted, granted, held, last
    "10.00, 300, 300, 3.10, false",
    "0.70, 300, 60, 0.70, true",
    "0.69, 300, 0, 0, true",
    "1.30, 90, 90, 1.30, false",
    "1.30, 120, 120, 1.30, true",
    "1.30, 121, 120, 1.30, true",
    "0, 1, 0, 0, true"
  })
  void aQuotaIsNotLargerThanTheBalancePays(
      BigDecimal balance, long wanted, long granted, BigDecimal held, boolean last) {
    Step step = step(open(), 0, wanted, money(balance));

    assertEquals(granted, step.after().quota());
    assertAmount(held, step.purse().main().reserved());
    assertEquals(last, step.last());
    assertEquals(granted == 0, step.unpaid(wanted));
    assertAmount(BigDecimal.ZERO, step.charged());
  }

  @Test
  void aReportIsChargedAsPartOfTheWholeUse() {
    Step first = step(open(), 0, 60, money("10"));
    Step second = step(first.after(), 30, 60, first.purse());
    Step third = step(second.after(), 40, 60, second.purse());
    Step last = step(third.after(), 0, 0, third.purse());

    assertAmount("0.70", second.charged());
    assertAmount("0.60", third.charged());
    assertAmount("0", last.charged());
    assertAmount("8.70", last.purse().main().amount());
    assertAmount("0", last.purse().main().reserved());
  }

  @Test
  void whatWasUsedBeyondTheBalanceIsChargedToo() {
    Step first = step(open(), 0, 300, money("0.70"));
    Step over = step(first.after(), 180, 60, first.purse());

    assertAmount("1.90", over.charged());
    assertAmount("-1.20", over.purse().main().amount());
    assertEquals(0, over.after().quota());
    assertTrue(over.unpaid(60));
  }

  @Test
  void creditIsUsedAfterTheBalance() {
    Purse purse = new Purse(Balance.of(amount("1")), amount("1"), List.of());
    Step first = step(open(), 0, 300, purse);
    assertEquals(180, first.after().quota());
    assertTrue(first.last());

    Step used = step(first.after(), 180, 0, first.purse());
    assertAmount("-0.90", used.purse().main().amount());
    assertAmount("0.90", used.purse().creditUsedSince(purse));
  }

  @Test
  void bucketsOfUnitsPayBeforeMoneyAndTwoSessionsNeverShareThem() {
    Purse purse = new Purse(Balance.of(amount("10")), BigDecimal.ZERO, List.of(seconds(1, 100)));
    Step one = step(open(), 0, 80, purse);
    assertAmount("0", one.purse().main().reserved());
    assertEquals(20, one.purse().units(Use.of(rated()), NOW));

    Step two = step(open(), 0, 80, one.purse());
    assertAmount("0.60", two.purse().main().reserved());
    assertEquals(0, two.purse().units(Use.of(rated()), NOW));

    Step used = step(one.after(), 30, 0, two.purse());
    assertAmount("0", used.charged());
    assertEquals(List.of(new Draw(1L, amount("30"))), used.paid());
    assertEquals(50, used.purse().units(Use.of(rated()), NOW));
  }

  @Test
  void whatHasNoPriceGetsNoQuota() {
    SessionGroup abroad = SessionGroup.open("g", ServiceKind.VOICE, "8816123", 1, NOW);
    Step step =
        SessionControl.step(
            abroad, 0, 60, money("10"), Counters.NONE, NOW, pricer(MINUTES, abroad));
    assertNotNull(step.unrated());
    assertEquals(0, step.after().quota());
    assertFalse(step.unpaid(60));
  }

  @Test
  void unitsOfAnAllowanceAreTakenWithTheQuotaAndReturnedAfterIt() {
    CompiledTariff tariff =
        Tariffs.of(
            Rounding.NONE,
            List.of(),
            List.of(voice("HOME", null, "0", Tariffs.step(0, "0.60", 60, 60))),
            List.of(
                new Allowance("FREE", "Free", "Free", ServiceKind.VOICE, Set.of("HOME"), 100, 1)));
    Map<CounterId, Long> counters = new HashMap<>();
    SessionGroup group = SessionGroup.open("g", ServiceKind.VOICE, "4822", 1, NOW);

    Step first = step(tariff, group, 0, 90, money("1"), counters);
    assertAmount("0", first.purse().main().reserved());
    assertEquals(List.of(90L), List.copyOf(counters.values()));

    Step other = step(tariff, group, 0, 30, first.purse(), counters);
    assertAmount("0.60", other.purse().main().reserved());
    assertEquals(List.of(100L), List.copyOf(counters.values()));

    Step used = step(tariff, first.after(), 20, 0, other.purse(), counters);
    assertAmount("0", used.charged());
    assertEquals(List.of(30L), List.copyOf(counters.values()));
  }

  /**
   * Law: whatever is asked and reported, the charges of a session add up to the price of its whole
   * use, nothing stays held after its end, and grants alone never make a balance negative.
   */
  @Test
  void chargesOfASessionAddUpToThePriceOfItsUse() {
    Random random = new Random(5);
    for (int round = 0; round < 2_000; round++) {
      Purse purse = money(BigDecimal.valueOf(random.nextInt(1500), 2));
      BigDecimal start = purse.main().amount();
      SessionGroup group = open();
      BigDecimal charged = BigDecimal.ZERO;
      boolean honest = random.nextInt(4) > 0;
      for (int i = 0; i < 8; i++) {
        long most = honest ? group.quota() : group.quota() + 100;
        long used = i == 0 ? 0 : (long) (random.nextDouble() * (most + 1));
        Step step = step(group, used, i == 7 ? 0 : 1 + random.nextInt(400), purse);
        group = step.after();
        purse = step.purse();
        charged = charged.add(step.charged());
        assertTrue(!honest || purse.main().available().signum() >= 0);
      }
      assertAmount(start.subtract(charged), purse.main().amount());
      assertAmount("0", purse.main().reserved());
      assertAmount(group.used() == 0 ? BigDecimal.ZERO : price(group.used()), charged);
    }
  }

  private static BigDecimal price(long units) {
    UsageEvent event = new UsageEvent(ServiceKind.VOICE, NOW, "4822", units);
    return ((Rating.Rated) Rater.rate(MINUTES, event, Counters.NONE)).amount();
  }

  private static Rating.Rated rated() {
    UsageEvent event = new UsageEvent(ServiceKind.VOICE, NOW, "4822", 1);
    return (Rating.Rated) Rater.rate(MINUTES, event, Counters.NONE);
  }

  private static SessionGroup open() {
    return SessionGroup.open("g", ServiceKind.VOICE, "4822", 1, NOW);
  }

  private static Bucket seconds(long id, long units) {
    return new Bucket(
        id,
        1,
        "s",
        BigDecimal.valueOf(units),
        BigDecimal.ZERO,
        NOW,
        null,
        1,
        null,
        Set.of(),
        Set.of());
  }

  private static Step step(SessionGroup group, long used, long wanted, Purse purse) {
    return SessionControl.step(
        group, used, wanted, purse, Counters.NONE, NOW, pricer(MINUTES, group));
  }

  private static Step step(
      CompiledTariff tariff,
      SessionGroup group,
      long used,
      long wanted,
      Purse purse,
      Map<CounterId, Long> counters) {
    Step step =
        SessionControl.step(
            group,
            used,
            wanted,
            purse,
            id -> counters.getOrDefault(id, 0L),
            NOW,
            pricer(tariff, group));
    new ArrayList<>(step.counted())
        .forEach(use -> counters.merge(use.id(), use.units(), Long::sum));
    return step;
  }

  private static Pricer pricer(CompiledTariff tariff, SessionGroup group) {
    return (units, paid, counters) ->
        Rater.rate(
            tariff,
            new UsageEvent(group.service(), group.since(), group.destination(), units),
            counters,
            paid);
  }

  private static Purse money(String amount) {
    return money(amount(amount));
  }

  private static Purse money(BigDecimal amount) {
    return new Purse(Balance.of(amount), BigDecimal.ZERO, List.of());
  }

  private static BigDecimal amount(String amount) {
    return new BigDecimal(amount);
  }

  private static void assertAmount(String expected, BigDecimal actual) {
    assertAmount(amount(expected), actual);
  }

  private static void assertAmount(BigDecimal expected, BigDecimal actual) {
    assertEquals(0, expected.compareTo(actual), "expected " + expected + " but was " + actual);
  }
}
