package com.asta.charging.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.rules.Balance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LaneMemoryTest {
  private static final String ANNA = "48600000001";
  private static final String JAN = "48600000002";
  private static final String EWA = "48600000003";

  private final LaneMemory memory = new LaneMemory(2);

  @Test
  void whatWasNotedIsRemembered() {
    memory.put(account(ANNA, "10.0000"));

    memory.note(memory.find(ANNA), balance("7.1234", "1.0000"), 8);

    assertEquals(balance("7.1234", "1.0000"), memory.find(ANNA).balance());
    assertEquals(8, memory.find(ANNA).version());
  }

  @Test
  void whoWasNotSeenLatelyIsForgottenFirst() {
    memory.put(account(ANNA, "1"));
    memory.put(account(JAN, "2"));
    memory.put(account(EWA, "3"));
    List<String> left = List.of(ANNA, JAN).stream().filter(this::knows).toList();
    assertEquals(1, left.size());

    memory.find(EWA);
    memory.put(account(left.get(0).equals(ANNA) ? JAN : ANNA, "4"));

    assertTrue(knows(EWA));
    assertFalse(knows(left.get(0)));
  }

  @Test
  void theForgottenIsUnknown() {
    memory.put(account(ANNA, "1"));
    memory.put(account(JAN, "2"));

    LaneMemory.Place anna = memory.find(ANNA);
    memory.forget(List.of(ANNA, EWA));
    memory.note(anna, balance("5", "0"), 9);

    assertNull(memory.find(ANNA));
    assertEquals(new BigDecimal("2.0000"), memory.find(JAN).balance().amount());
  }

  @Test
  void anAmountBeyondItsPlaceIsNotRemembered() {
    memory.put(account(ANNA, "999999999999999.9999"));
    assertFalse(knows(ANNA));

    memory.put(account(JAN, "99999999999999.9999"));
    assertTrue(knows(JAN));

    memory.note(memory.find(JAN), balance("1.00001", "0"), 2);
    assertFalse(knows(JAN));
  }

  /** Against a map that forgets nothing: what is remembered at all is remembered rightly. */
  @Test
  void memoryIsNeverWrongAndNeverTooLarge() {
    long seed = System.nanoTime();
    System.out.println("LaneMemoryTest seed " + seed);
    Random random = new Random(seed);
    LaneMemory small = new LaneMemory(20);
    Map<String, Balance> truth = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      String number = "48600" + random.nextInt(60);
      Balance changed = balance(String.valueOf(random.nextInt(1_000)), "0");
      switch (random.nextInt(4)) {
        case 0 -> small.forget(List.of(number));
        case 1 -> {
          truth.put(number, changed);
          if (small.find(number) != null) {
            small.note(small.find(number), changed, i);
          }
        }
        default -> {
          if (small.find(number) != null) {
            assertEquals(
                0, small.find(number).balance().amount().compareTo(truth.get(number).amount()));
          } else {
            truth.put(number, changed);
            small.put(account(number, changed.amount().toPlainString()));
          }
        }
      }
    }
    assertTrue(truth.keySet().stream().filter(each -> small.find(each) != null).count() <= 20);
  }

  private boolean knows(String number) {
    return memory.find(number) != null;
  }

  private static Balance balance(String amount, String reserved) {
    return new Balance(
        new BigDecimal(amount).setScale(Math.max(4, new BigDecimal(amount).scale())),
        new BigDecimal(reserved).setScale(4));
  }

  private static LaneAccount account(String number, String balance) {
    return new LaneAccount(
        1,
        1,
        1L,
        number,
        "TOWN",
        "PLN",
        new Balance(new BigDecimal(balance), BigDecimal.ZERO),
        BigDecimal.ZERO,
        false,
        null,
        false,
        LaneAccount.Status.ACTIVE,
        LocalDate.of(2026, 1, 1),
        null,
        null,
        null,
        null,
        7);
  }
}
