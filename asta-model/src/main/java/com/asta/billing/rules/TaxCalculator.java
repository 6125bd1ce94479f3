package com.asta.billing.rules;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * VAT of one kind of buyer by rate, from exact amounts, rounded half up once per rate. It remembers
 * the rates it was asked for and serves one thread.
 */
public final class TaxCalculator {
  private static final Comparator<VatRate> HIGHEST_FIRST =
      Comparator.comparing(VatRate::percent).reversed().thenComparing(VatRate::label);
  private static final Comparator<TaxRule> MOST_SPECIAL =
      Comparator.comparingInt(TaxRule::weight).thenComparing(TaxRule::from);

  private final List<TaxRule> rules;
  private final TaxedBuyer buyer;
  private final Map<Asked, Optional<VatRate>> known = new HashMap<>();

  private record Asked(String category, LocalDate day) {}

  TaxCalculator(List<TaxRule> rules, TaxedBuyer buyer) {
    this.rules = rules;
    this.buyer = buyer;
  }

  /** The rate of a category on a day; empty if nobody defined one. */
  public Optional<VatRate> rate(String category, LocalDate day) {
    return known.computeIfAbsent(new Asked(category, day), this::find);
  }

  private Optional<VatRate> find(Asked asked) {
    return rules.stream()
        .filter(rule -> rule.fits(asked.category(), buyer, asked.day()))
        .max(MOST_SPECIAL)
        .map(TaxRule::rate);
  }

  /**
   * The tax of the items, one line per printed rate, highest rate first.
   *
   * @throws IllegalArgumentException if an item's category has no rate on the day
   */
  public List<TaxLine> tax(List<Item> items, LocalDate day, String currency) {
    Map<VatRate, List<Money>> byRate = new TreeMap<>(HIGHEST_FIRST);
    for (Item item : items) {
      VatRate rate =
          rate(item.vatCategory(), day)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "No VAT rate of category " + item.vatCategory() + " on " + day));
      byRate.computeIfAbsent(rate, r -> new ArrayList<>()).add(item.net());
    }
    return byRate.entrySet().stream().map(e -> line(e.getKey(), e.getValue(), currency)).toList();
  }

  private static TaxLine line(VatRate rate, List<Money> amounts, String currency) {
    Money exact = Money.sum(amounts, currency);
    Money net = exact.rounded();
    BigDecimal factor = rate.percent().movePointLeft(2);
    Money tax = exact.times(factor).rounded();
    Money shown = Money.sum(amounts.stream().map(Money::rounded).toList(), currency);
    return new TaxLine(rate, net, tax, net.minus(shown));
  }
}
