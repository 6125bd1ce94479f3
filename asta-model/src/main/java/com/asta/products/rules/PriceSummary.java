package com.asta.products.rules;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a basket costs, net.
 *
 * @param oneTime due once
 * @param monthly due every month
 */
public record PriceSummary(Money oneTime, Money monthly) {

  /**
   * The sum of the prices of a basket; usage prices do not count.
   *
   * @param currency the currency of every price
   */
  public static PriceSummary of(List<Line> lines, String currency) {
    Money oneTime = Money.zero(currency);
    Money monthly = Money.zero(currency);
    for (Line line : lines) {
      if (line.kind() == PriceKind.ONE_TIME) {
        oneTime = oneTime.plus(Money.of(line.amount(), currency));
      } else if (line.kind() == PriceKind.RECURRING) {
        monthly = monthly.plus(Money.of(line.amount(), currency));
      }
    }
    return new PriceSummary(oneTime, monthly);
  }

  /** One price in the basket. */
  public record Line(PriceKind kind, BigDecimal amount) {}
}
