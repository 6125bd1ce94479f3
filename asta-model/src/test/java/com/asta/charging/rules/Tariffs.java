package com.asta.charging.rules;

import com.asta.common.OperatorZone;
import java.math.BigDecimal;
import java.util.List;

/** Small tariffs for tests. */
final class Tariffs {
  static final Zone HOME = new Zone("HOME", "Home", "Kraj", List.of("48"));
  static final Zone MOBILE = new Zone("MOBILE", "Mobile", "Komórki", List.of("4850", "4860"));

  private Tariffs() {}

  static CompiledTariff of(Rounding rounding, List<TimeBand> bands, List<Rate> rates) {
    return of(rounding, bands, rates, List.of());
  }

  static CompiledTariff of(
      Rounding rounding, List<TimeBand> bands, List<Rate> rates, List<Allowance> allowances) {
    TariffContent content =
        new TariffContent("PLN", rounding, List.of(HOME, MOBILE), bands, rates, allowances);
    return new CompiledTariff(1, "TEST", 1, content, OperatorZone.ID);
  }

  static Rate voice(String zone, String band, String connectFee, Step... steps) {
    return new Rate(
        "CALL-" + zone,
        ServiceKind.VOICE,
        zone,
        band,
        null,
        null,
        new BigDecimal(connectFee),
        List.of(steps),
        null,
        null,
        null,
        null);
  }

  static Step step(long start, String price, long per, long increment) {
    return new Step(start, new BigDecimal(price), per, increment);
  }
}
