package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.asta.charging.rules.BalanceTransfer.Party;
import com.asta.charging.rules.BalanceTransfer.Policy;
import com.asta.charging.rules.BalanceTransfer.Refusal;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalanceTransferTest {
  private static final Policy POLICY =
      new Policy(amount("5"), amount("100"), amount("150"), amount("0.50"));

  @ParameterizedTest
  @CsvSource({
    "5, 5.50, 0,",
    "100, 100.50, 50,",
    "4.99, 100, 0, AMOUNT_OUT_OF_RANGE",
    "100.01, 1000, 0, AMOUNT_OUT_OF_RANGE",
    "-5, 1000, 0, AMOUNT_OUT_OF_RANGE",
    "100, 1000, 50.01, DAILY_LIMIT",
    "5, 5.49, 0, LOW_BALANCE",
    "5, 0, 0, LOW_BALANCE"
  })
  void limitsAndBalanceDecide(String given, String available, String before, Refusal refusal) {
    Party giver = new Party(1, "PLN", true, amount(available));
    Party taker = new Party(2, "PLN", true, amount("0"));
    assertEquals(
        refusal, BalanceTransfer.refusal(POLICY, giver, taker, amount(given), amount(before)));
  }

  @ParameterizedTest
  @CsvSource({
    "1, PLN, true, true, SAME_ACCOUNT",
    "2, EUR, true, true, OTHER_CURRENCY",
    "2, PLN, false, true, GIVER_NOT_ACTIVE",
    "2, PLN, true, false, TAKER_NOT_ACTIVE"
  })
  void bothAccountsMustFit(
      long takerId, String currency, boolean giverActive, boolean takerActive, Refusal refusal) {
    Party giver = new Party(1, "PLN", giverActive, amount("50"));
    Party taker = new Party(takerId, currency, takerActive, amount("0"));
    assertEquals(refusal, BalanceTransfer.refusal(POLICY, giver, taker, amount("10"), amount("0")));
  }

  @Test
  void withoutAFeeAllOfTheBalanceMayBeGiven() {
    Party giver = new Party(1, "PLN", true, amount("10"));
    Party taker = new Party(2, "PLN", true, amount("-3"));
    assertNull(BalanceTransfer.refusal(Policy.standard(), giver, taker, amount("10"), amount("0")));
  }

  @Test
  void limitsThatContradictEachOtherAreACallersBug() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Policy(amount("10"), amount("5"), amount("20"), amount("0")));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Policy(amount("1"), amount("50"), amount("20"), amount("0")));
  }

  private static BigDecimal amount(String text) {
    return new BigDecimal(text);
  }
}
