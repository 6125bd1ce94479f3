package com.asta.payments.rules;

import com.asta.billing.rules.LineChange;
import com.asta.billing.rules.LineLeft;
import com.asta.billing.rules.TaxLine;
import com.asta.common.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which lines of an invoice a credit of a gross amount takes from: the largest first, each no
 * further than to zero. The tax of a rate is rounded as a whole, so the credit note can differ from
 * the amount by a grosz for each rate.
 */
public final class CreditShare {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private CreditShare() {}

  /**
   * What lines should have said.
   *
   * @param gross above zero, not more than what is left of the invoice
   */
  public static List<LineChange> of(Money gross, List<LineLeft> lines, List<TaxLine> taxes) {
    Map<String, BigDecimal> percents =
        taxes.stream().collect(Collectors.toMap(TaxLine::label, TaxLine::percent));
    List<LineChange> changes = new ArrayList<>();
    Money left = gross;
    List<LineLeft> largestFirst =
        lines.stream()
            .filter(line -> line.net().isPositive())
            .sorted(Comparator.comparing(LineLeft::net).reversed())
            .toList();
    for (LineLeft line : largestFirst) {
      if (!left.isPositive()) {
        break;
      }
      BigDecimal factor =
          BigDecimal.ONE.add(percents.get(line.rate()).divide(HUNDRED, MathContext.DECIMAL64));
      Money net =
          Money.of(left.amount().divide(factor, MathContext.DECIMAL64), left.currency())
              .rounded()
              .min(line.net());
      changes.add(new LineChange(line.line(), line.net().minus(net), null));
      left = left.minus(net.times(factor).rounded());
    }
    return changes;
  }
}
