package com.asta.charging.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What each part of an explanation contributes; the contributions add up to the price. */
public final class PriceSum {
  /**
   * A part and its contribution.
   *
   * @param amount negative when the part took away
   */
  public record Line(PricePart part, BigDecimal amount) {}

  private PriceSum() {}

  /** The parts in their order. */
  public static List<Line> lines(Explanation explanation) {
    List<Line> lines = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (PricePart part : explanation.parts()) {
      BigDecimal amount = amount(part, sum);
      sum = sum.add(amount);
      lines.add(new Line(part, amount));
    }
    return lines;
  }

  private static BigDecimal amount(PricePart part, BigDecimal before) {
    if (part instanceof PricePart.Connected connected) {
      return connected.fee();
    } else if (part instanceof PricePart.Stepped stepped) {
      return stepped.amount();
    } else if (part instanceof PricePart.Tiered tiered) {
      return tiered.amount();
    } else if (part instanceof PricePart.Beyond beyond) {
      return beyond.amount();
    } else if (part instanceof PricePart.Discounted discounted) {
      return discounted.amount();
    } else if (part instanceof PricePart.Raised raised) {
      return raised.minimum().subtract(before);
    } else if (part instanceof PricePart.Capped capped) {
      return capped.maximum().subtract(before);
    } else if (part instanceof PricePart.Rounded rounded) {
      return rounded.difference();
    }
    return BigDecimal.ZERO;
  }
}
