package com.asta.charging.web;

import com.asta.charging.rules.Rating.Rated;
import com.asta.charging.rules.Rating.Unrated;
import com.asta.charging.rules.Simulation;
import com.asta.charging.service.TariffVersionCard;
import com.asta.common.Money;
import java.util.List;

/** What one version says the uses cost, in words. */
public record SimulationResult(TariffVersionCard card, Money total, List<GroupResult> groups) {
  /**
   * A rating group in words.
   *
   * @param refused why there is no price; null when there is one
   * @param steps what each use added, when there were several
   */
  public record GroupResult(
      Simulation.Group group,
      String charge,
      String refused,
      Money amount,
      List<PriceWords.Contribution> lines,
      List<Money> steps) {}

  static SimulationResult of(TariffVersionCard card, Simulation simulation, PriceWords words) {
    String currency = card.content().currency();
    return new SimulationResult(
        card,
        Money.of(simulation.total(), currency),
        simulation.groups().stream().map(group -> result(card, group, words)).toList());
  }

  private static GroupResult result(
      TariffVersionCard card, Simulation.Group group, PriceWords words) {
    String currency = card.content().currency();
    if (group.rating() instanceof Rated rated) {
      List<Money> steps =
          group.steps().size() < 2
              ? List.of()
              : group.steps().stream().map(step -> Money.of(step, currency)).toList();
      return new GroupResult(
          group,
          words.name(rated.rate().nameEn(), rated.rate().namePl()),
          null,
          Money.of(rated.amount(), currency),
          words.contributions(rated.explanation(), group.service(), card.content()),
          steps);
    }
    Unrated unrated = (Unrated) group.rating();
    return new GroupResult(
        group,
        null,
        unrated.reason().name(),
        Money.of(group.amount(), currency),
        List.of(),
        List.of());
  }
}
