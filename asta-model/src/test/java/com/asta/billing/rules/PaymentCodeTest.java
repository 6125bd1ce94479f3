package com.asta.billing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.common.Money;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentCodeTest {
  private static final String IBAN = "PL61109010140000071219812874";

  @Test
  void theFieldsStandInTheOrderOfTheRecommendation() {
    assertEquals(
        Optional.of(
            "5260250274|PL|61109010140000071219812874|012345|Światłowód Północny|"
                + "FV/2026/11/000001 A-000123|||"),
        PaymentCode.text(
            "526-025-02-74",
            IBAN,
            Money.of("123.45", "PLN"),
            "Światłowód Północny Spółka Akcyjna",
            "FV/2026/11/000001 A-000123"));
  }

  @Test
  void anotherCurrencyOrCountryHasNoCode() {
    assertEquals(Optional.empty(), PaymentCode.text(null, IBAN, Money.of("1", "EUR"), "A", "B"));
    assertEquals(
        Optional.empty(),
        PaymentCode.text(null, "DE89370400440532013000", Money.of("1", "PLN"), "A", "B"));
  }

  @Test
  void whereNothingIsToPayThereIsNoCode() {
    assertEquals(Optional.empty(), PaymentCode.text(null, IBAN, Money.zero("PLN"), "A", "B"));
  }
}
