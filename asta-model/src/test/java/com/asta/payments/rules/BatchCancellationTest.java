package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.common.Money;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchCancellationTest {
  @ParameterizedTest(name = "{0}, credited {1}: {2}")
  @CsvSource({
    "SUBMITTED=3,             false, none",
    "REJECTED=3,              false, none",
    "SUBMITTED=2 REJECTED=1,  false, WITH_BANK",
    "SUBMITTED=2 ACCEPTED=1,  false, WITH_BANK",
    "ACCEPTED=3,              false, WITH_BANK",
    "COLLECTED=3,             true,  WITH_BANK",
    "REJECTED=2 RETURNED=1,   false, WITH_BANK",
    "CANCELLED=3,             false, WITH_BANK",
    "SUBMITTED=3,             true,  WITH_BANK",
    "PENDING=3,               false, NOT_WRITTEN",
    "PENDING=1 SUBMITTED=2,   false, NOT_WRITTEN",
    "SUBMITTED=0,             false, NOT_WRITTEN",
  })
  void onlyWhatTheBankHasNotOrRefusedAsAWhole(String items, boolean credited, String expected) {
    Map<CollectionState, Long> counted = new EnumMap<>(CollectionState.class);
    for (String each : items.split(" ")) {
      String[] part = each.split("=");
      counted.put(CollectionState.valueOf(part[0]), Long.valueOf(part[1]));
    }
    assertEquals(
        expected, BatchCancellation.obstacle(counted, credited).map(Enum::name).orElse("none"));
  }

  @ParameterizedTest(name = "{0} against a limit of 200 PLN: {1}")
  @CsvSource({"199.99 PLN, false", "200 PLN, false", "200.01 PLN, true", "1 EUR, true", ", true"})
  void aLargeOneNeedsTwo(String total, boolean expected) {
    Money money = total == null ? null : Money.of(total.split(" ")[0], total.split(" ")[1]);
    assertEquals(expected, BatchCancellation.needsSecond(money, Money.of("200", "PLN")));
  }
}
