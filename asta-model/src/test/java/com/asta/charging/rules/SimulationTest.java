package com.asta.charging.rules;

import static com.asta.charging.rules.Tariffs.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.asta.charging.rules.Rating.Rated;
import com.asta.common.OperatorZone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");
  private static final Rate CALL = Tariffs.voice("HOME", null, "0.50", step(0, "0.30", 60, 60));
  private static final Rate DATA =
      Rate.simple(
          "DATA", ServiceKind.DATA, null, null, null, BigDecimal.ZERO, step(0, "2", 100, 100));
  private static final Allowance INCLUDED =
      new Allowance("SECONDS", null, null, ServiceKind.VOICE, Set.of("HOME"), 60, 1);

  @Test
  void aSessionIsPricedAsOneUseOfEachGroup() {
    Simulation session =
        run(
            List.of(),
            Map.of(),
            new Simulation.Use(ServiceKind.VOICE, "48221234567", 0, 50),
            new Simulation.Use(ServiceKind.DATA, null, 30, 150),
            new Simulation.Use(ServiceKind.VOICE, "48221234567", 60, 20));
    assertEquals(2, session.groups().size());
    Simulation.Group call = session.groups().get(0);
    assertEquals(70, call.units());
    assertEquals(List.of(new BigDecimal("0.80"), new BigDecimal("0.30")), call.steps());
    assertEquals(AT.plusSeconds(30), session.groups().get(1).since());
    assertEquals(new BigDecimal("5.10"), session.total().setScale(2));
  }

  @Test
  void whatWasUsedBeforeIsGoneFromTheAllowance() {
    Simulation.Use minute = new Simulation.Use(ServiceKind.VOICE, "48221234567", 0, 60);
    assertEquals(0, run(List.of(INCLUDED), Map.of(), minute).total().signum());
    assertEquals(
        new BigDecimal("0.30"),
        run(List.of(INCLUDED), Map.of("SECONDS", 30L), minute).total().setScale(2));
  }

  @Test
  void oneGroupUsesUpWhatAnotherWouldHaveHad() {
    Simulation session =
        run(
            List.of(INCLUDED),
            Map.of(),
            new Simulation.Use(ServiceKind.VOICE, "48221234567", 0, 60),
            new Simulation.Use(ServiceKind.VOICE, "48229999999", 0, 60));
    assertEquals(new BigDecimal("0.80"), session.total().setScale(2));
  }

  @Test
  void whatHasNoPriceSaysSo() {
    Simulation none = run(List.of(), Map.of(), new Simulation.Use(ServiceKind.VOICE, "1", 0, 1));
    assertInstanceOf(Rating.Unrated.class, none.groups().get(0).rating());
    assertEquals(BigDecimal.ZERO, none.total());
  }

  /** Law: what the parts contribute adds up to the price, to the last digit. */
  @Test
  void contributionsAddUp() {
    for (long seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      CompiledTariff tariff =
          new CompiledTariff(1, "T", 1, RandomTariff.of(random), OperatorZone.ID);
      if (Rater.rate(tariff, RandomTariff.event(random), Counters.NONE) instanceof Rated rated) {
        BigDecimal sum =
            PriceSum.lines(rated.explanation()).stream()
                .map(PriceSum.Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, rated.amount().compareTo(sum), seed + " " + rated);
      }
    }
  }

  private static Simulation run(
      List<Allowance> allowances, Map<String, Long> used, Simulation.Use... uses) {
    CompiledTariff tariff = Tariffs.of(Rounding.NONE, List.of(), List.of(CALL, DATA), allowances);
    return Simulation.run(tariff, AT, LocalDate.of(2026, 1, 1), List.of(uses), used);
  }
}
