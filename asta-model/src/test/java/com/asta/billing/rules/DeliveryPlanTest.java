package com.asta.billing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.billing.rules.DeliveryPlan.Detour;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryPlanTest {
  @ParameterizedTest(name = "{0}, {1}, held {2}: {3} {4}")
  @CsvSource({
    "SELF_CARE, a@b.pl, false, SELF_CARE,",
    "SELF_CARE,       , true,  SELF_CARE,",
    "PAPER,     a@b.pl, false, PAPER,",
    "PAPER,           , true,  PAPER,",
    "EMAIL,     a@b.pl, false, EMAIL,",
    "EMAIL,           , false, PAPER,     NO_ADDRESS",
    "EMAIL,     '  '  , false, PAPER,     NO_ADDRESS",
    "EMAIL,     a@b.pl, true,  SELF_CARE, HELD",
    "EMAIL,           , true,  SELF_CARE, HELD"
  })
  void aDocumentGoesTheAccountsWayUnlessItCannot(
      BillDelivery wanted, String email, boolean held, BillDelivery channel, Detour detour) {
    assertEquals(new DeliveryPlan(channel, detour), DeliveryPlan.of(wanted, email, held));
  }
}
