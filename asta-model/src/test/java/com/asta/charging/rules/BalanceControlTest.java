package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.rules.BalanceControl.Granted;
import com.asta.charging.rules.BalanceControl.Refused;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The balance-control scenarios of REFERENCE-CASES. */
class BalanceControlTest {
  @Test
  void balanceEqualToThePriceIsGrantedToZero() {
    Granted granted =
        assertInstanceOf(Granted.class, BalanceControl.debit(Balance.of(money(10)), money(10)));
    assertEquals(money(0), granted.after().amount());
    assertEquals(money(-10), granted.change());
  }

  @Test
  void balanceOneBelowThePriceIsRefused() {
    Refused refused =
        assertInstanceOf(Refused.class, BalanceControl.debit(Balance.of(money(9)), money(10)));
    assertEquals(money(1), refused.missing());
  }

  @Test
  void whatOneSessionReservedAnotherCannotHave() {
    Granted first =
        assertInstanceOf(Granted.class, BalanceControl.reserve(Balance.of(money(10)), money(7)));
    assertInstanceOf(Refused.class, BalanceControl.reserve(first.after(), money(4)));
    assertInstanceOf(Refused.class, BalanceControl.debit(first.after(), money(4)));
    assertInstanceOf(Granted.class, BalanceControl.reserve(first.after(), money(3)));
  }

  @Test
  void finalRequestReleasesTheUnusedReservation() {
    Granted reserved =
        assertInstanceOf(Granted.class, BalanceControl.reserve(Balance.of(money(10)), money(7)));
    Granted settled = BalanceControl.settle(reserved.after(), money(7), money(2));
    assertEquals(money(8), settled.after().amount());
    assertEquals(money(0), settled.after().reserved());
  }

  @Test
  void usageAboveTheReservationIsDebitedToo() {
    Granted settled = BalanceControl.settle(new Balance(money(10), money(4)), money(4), money(12));
    assertEquals(money(-2), settled.after().amount());
  }

  @Test
  void moreThanReservedCannotBeReleased() {
    Balance balance = new Balance(money(10), money(4));
    assertThrows(
        IllegalArgumentException.class, () -> BalanceControl.settle(balance, money(5), money(0)));
    assertThrows(IllegalArgumentException.class, () -> BalanceControl.debit(balance, money(-1)));
  }

  /** Law: granted changes add up to the balance, and what is available never falls below zero. */
  @Test
  void changesAddUpToTheBalance() {
    Random random = new Random(3);
    Balance balance = Balance.of(money(0));
    BigDecimal sum = money(0);
    for (int i = 0; i < 10_000; i++) {
      BigDecimal amount = money(random.nextInt(50));
      BalanceControl.Decision decision =
          random.nextInt(3) == 0
              ? BalanceControl.topUp(balance, amount)
              : BalanceControl.debit(balance, amount);
      if (decision instanceof Granted granted) {
        balance = granted.after();
        sum = sum.add(granted.change());
      }
      assertEquals(sum, balance.amount());
      assertTrue(balance.available().signum() >= 0);
    }
  }

  private static BigDecimal money(long amount) {
    return BigDecimal.valueOf(amount);
  }
}
