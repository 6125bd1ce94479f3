package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElectronicPaymentRulesTest {
  @ParameterizedTest
  @CsvSource({
    "0, PT20S",
    "1, PT40S",
    "2, PT1M",
    "6, PT30M",
    "10, PT8H",
    "13, PT20H",
    "14,",
    "99,",
  })
  void asksEverMoreSeldomAndThenGivesUp(int asked, Duration wait) {
    assertEquals(Optional.ofNullable(wait), AskSchedule.after(asked));
  }

  @Test
  void itIsGivenUpAfterThreeDays() {
    Duration sum = Duration.ZERO;
    int asked = 0;
    for (Optional<Duration> next = AskSchedule.after(0);
        next.isPresent();
        next = AskSchedule.after(++asked)) {
      sum = sum.plus(next.get());
    }
    assertTrue(sum.compareTo(Duration.ofDays(2)) > 0 && sum.compareTo(Duration.ofDays(4)) < 0);
  }

  @ParameterizedTest
  @CsvSource({
    "100.00, 100.00, 0.00 , true",
    "100.00,  98.50, 1.50 , true",
    "100.00,  90.00, 10.00, true",
    "100.00,  89.99, 10.01, false",
    "100.00, 100.01, -0.01, false",
    "  0.00,   5.00, -5.00, false",
  })
  void aFeeIsWhatIsMissingIfItCanBeOne(String gross, String net, String fee, boolean plausible) {
    PayoutSplit split = new PayoutSplit(Money.of(gross, "PLN"), Money.of(net, "PLN"));
    assertEquals(Money.of(fee, "PLN"), split.fee());
    assertEquals(plausible, split.isPlausible());
  }

  @Test
  void aPayoutClearsExactlyWhatWasCollected() {
    PayoutSplit split = new PayoutSplit(Money.of("100", "PLN"), Money.of("98.5", "PLN"));
    Money cleared = Money.zero("PLN");
    for (Posting each : Bookkeeping.payout(split)) {
      cleared = cleared.plus(each.changeOf(LedgerAccount.PROVIDER_CLEARING));
    }
    assertEquals(Money.of("-100", "PLN"), cleared);
    PayoutSplit free = new PayoutSplit(Money.of("100", "PLN"), Money.of("100", "PLN"));
    assertEquals(
        List.of(
            new Posting(
                LedgerAccount.SUSPENSE, LedgerAccount.PROVIDER_CLEARING, Money.of("100", "PLN"))),
        Bookkeeping.payout(free));
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "1, true", "2, false", "3, true", "7, true", "8, false"})
  void aCardIsTriedOnTheDueDayAndThriceAfterwards(int daysLate, boolean tried) {
    LocalDate today = LocalDate.of(2026, 12, 10);
    assertEquals(tried, AutoPayRule.tries(today.minusDays(daysLate), today));
    assertEquals(tried, AutoPayRule.dueDays(today).contains(today.minusDays(daysLate)));
  }
}
