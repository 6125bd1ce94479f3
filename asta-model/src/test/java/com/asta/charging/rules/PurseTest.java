package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.rules.Purse.Payment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurseTest {
  private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");
  private static final Use CALL = new Use(ServiceKind.VOICE, "HOME", "PEAK");
  private static final long OWNER = 7;
  private static final long GROUP = 8;

  /** Priority, then expiry, then age; the group's after the own ones, however urgent. */
  @Test
  void bucketsAreUsedByPriorityThenExpiryThenAge() {
    Bucket shared = money(1, GROUP, 0, NOW.plusSeconds(1), 5);
    Bucket late = money(2, OWNER, 1, null, 5);
    Bucket soon = money(3, OWNER, 1, NOW.plusSeconds(60), 5);
    Bucket old = money(4, OWNER, 1, NOW.plusSeconds(90), 5);
    Bucket young = money(5, OWNER, 1, NOW.plusSeconds(90), 5);
    Bucket first = money(9, OWNER, 0, null, 5);
    List<Bucket> order =
        List.of(shared, late, soon, old, young, first).stream()
            .sorted(Bucket.orderOf(OWNER))
            .toList();
    assertEquals(List.of(9L, 3L, 4L, 5L, 2L, 1L), order.stream().map(Bucket::id).toList());

    Payment paid = purse("10", "0", order).take(amount("32"), CALL, NOW);
    assertEquals(
        List.of(9L, 3L, 4L, 5L, 2L, 1L),
        paid.draws().stream().limit(6).map(Draw::bucketId).toList());
    assertEquals(new Draw(null, amount("2")), paid.draws().get(6));
    assertEquals(amount("8"), paid.after().main().amount());
  }

  @ParameterizedTest(name = "service {0}, zones {1}, bands {2}, valid {3} to {4}: {5}")
  @CsvSource({
    ", , , 0, , true",
    "VOICE, HOME, PEAK, 0, 1, true",
    "VOICE, HOME ABROAD, , 0, , true",
    "DATA, , , 0, , false",
    ", ABROAD, , 0, , false",
    ", , NIGHT, 0, , false",
    ", , , 1, , false",
    ", , , -5, 0, false"
  })
  void aBucketPaysForWhatItsFiltersLetIn(
      ServiceKind service, String zones, String bands, int from, Integer to, boolean pays) {
    Bucket bucket =
        new Bucket(
            1,
            OWNER,
            null,
            amount("5"),
            BigDecimal.ZERO,
            NOW.plusSeconds(from),
            to == null ? null : NOW.plusSeconds(to),
            1,
            service,
            codes(zones),
            codes(bands));
    assertEquals(pays, bucket.pays(CALL, NOW));
    assertEquals(amount(pays ? "5" : "0"), purse("0", "0", List.of(bucket)).spendable(CALL, NOW));
  }

  @Test
  void unitsOfOneServiceDoNotPayForAnother() {
    Bucket octets =
        new Bucket(
            1,
            OWNER,
            "octet",
            amount("500"),
            BigDecimal.ZERO,
            NOW,
            null,
            1,
            null,
            Set.of(),
            Set.of());
    Purse purse = purse("1", "0", List.of(octets));
    assertEquals(0, purse.units(CALL, NOW));
    assertEquals(500, purse.units(new Use(ServiceKind.DATA, "", ""), NOW));
    assertThrows(IllegalArgumentException.class, () -> purse.takeUnits(1, CALL, NOW));
  }

  @Test
  void creditPaysLastAndIsTold() {
    Purse purse = purse("3", "5", List.of());
    assertEquals(amount("8"), purse.available());
    Payment paid = purse.take(amount("7"), CALL, NOW);
    assertEquals(amount("4"), paid.after().creditUsedSince(purse));
    assertEquals(amount("1"), paid.after().available());
  }

  /** Law: taking, holding, releasing and refunding in any order keeps every unit of money. */
  @Test
  void nothingIsLostOrMade() {
    Random random = new Random(11);
    for (int round = 0; round < 500; round++) {
      Purse purse =
          purse("20", "0", List.of(money(1, OWNER, 1, null, 10), money(2, GROUP, 1, null, 10)));
      BigDecimal total = amount("40");
      List<Draw> held = new ArrayList<>();
      List<Draw> taken = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        BigDecimal wanted =
            BigDecimal.valueOf(random.nextInt(900), 2).min(purse.spendable(CALL, NOW));
        Payment payment =
            random.nextBoolean() ? purse.hold(wanted, CALL, NOW) : purse.take(wanted, CALL, NOW);
        boolean hold = sum(payment.after()).compareTo(sum(purse)) == 0 && wanted.signum() > 0;
        (hold ? held : taken).addAll(payment.draws());
        purse = payment.after();
        assertTrue(purse.main().available().signum() >= 0);
      }
      assertEquals(0, total.compareTo(sum(purse).add(sum(taken))));
      purse = purse.release(held);
      assertEquals(0, purse.main().reserved().signum());
      assertEquals(0, purse.spendable(CALL, NOW).compareTo(sum(purse)));
      assertEquals(0, total.compareTo(sum(purse.refund(taken))));
    }
  }

  private static BigDecimal sum(Purse purse) {
    return purse.buckets().stream()
        .map(Bucket::amount)
        .reduce(purse.main().amount(), BigDecimal::add);
  }

  private static BigDecimal sum(List<Draw> draws) {
    return draws.stream().map(Draw::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Purse purse(String main, String credit, List<Bucket> buckets) {
    return new Purse(Balance.of(amount(main)), amount(credit), buckets);
  }

  private static Bucket money(long id, long owner, int priority, Instant to, long amount) {
    return new Bucket(
        id,
        owner,
        null,
        BigDecimal.valueOf(amount),
        BigDecimal.ZERO,
        NOW.minusSeconds(1),
        to,
        priority,
        null,
        Set.of(),
        Set.of());
  }

  private static Set<String> codes(String text) {
    return text == null ? Set.of() : Set.of(text.split(" "));
  }

  private static BigDecimal amount(String amount) {
    return new BigDecimal(amount);
  }
}
