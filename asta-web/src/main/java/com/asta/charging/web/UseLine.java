package com.asta.charging.web;

import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.Simulation;
import com.asta.charging.rules.UnitText;
import com.asta.charging.service.HomeNetwork;
import java.util.OptionalLong;

/**
 * A use in the simulator, as it was typed.
 *
 * @param after when it begins, counted from the beginning; empty for at once
 */
public record UseLine(ServiceKind service, String to, String after, String units) {
  private static final long MOST = 1_000_000_000_000_000L;

  /** What is wrong with it as a message key; null when nothing is. */
  public String wrong() {
    OptionalLong quantity = UnitText.read(service, units);
    if (quantity.orElse(0) <= 0 || quantity.getAsLong() > MOST) {
      return "simulator.wrongUnits";
    }
    OptionalLong start = UnitText.read(ServiceKind.VOICE, after.isEmpty() ? "0" : after);
    if (start.isEmpty() || start.getAsLong() > MOST / 1000) {
      return "simulator.wrongAfter";
    }
    return !to.isEmpty() && HomeNetwork.digits(to) == null ? "simulator.wrongNumber" : null;
  }

  Simulation.Use use() {
    return new Simulation.Use(
        service,
        to.isEmpty() ? null : HomeNetwork.digits(to),
        after.isEmpty() ? 0 : UnitText.read(ServiceKind.VOICE, after).getAsLong(),
        UnitText.read(service, units).getAsLong());
  }
}
