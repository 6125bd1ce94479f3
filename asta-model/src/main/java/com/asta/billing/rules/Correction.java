package com.asta.billing.rules;

import com.asta.billing.rules.CreditOutcome.Credited;
import com.asta.billing.rules.CreditOutcome.Fault;
import com.asta.billing.rules.CreditOutcome.Impossible;
import com.asta.common.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Corrects an invoice by the difference of two states: what it came to so far, and what is right.
 * The tax of the right state is calculated anew per rate and rounded once; so the invoice and all
 * its credit notes sum to what a new invoice would say, and to zero when nothing is left.
 */
public final class Correction {
  private final Map<Integer, LineLeft> lines = new LinkedHashMap<>();
  private final List<TaxLine> taxes;

  /**
   * An invoice together with its credit notes so far.
   *
   * @param taxes for each rate what is left of net, tax and rounding
   */
  public Correction(List<LineLeft> lines, List<TaxLine> taxes) {
    lines.forEach(line -> this.lines.put(line.line(), line));
    this.taxes = List.copyOf(taxes);
  }

  /** Takes back all that is left. */
  public CreditOutcome reverse() {
    return correct(
        lines.values().stream()
            .map(left -> new LineChange(left.line(), zero(left.net()), nothing(left)))
            .toList());
  }

  /** Brings the named lines to their right values; the others stay. */
  public CreditOutcome correct(List<LineChange> changes) {
    Map<Integer, CreditLine> credits = new LinkedHashMap<>();
    for (LineChange change : changes) {
      LineLeft left = lines.get(change.line());
      if (left == null) {
        return new Impossible(Fault.LINE_UNKNOWN, change.line());
      }
      if (!isWithin(change, left)) {
        return new Impossible(Fault.MORE_THAN_LEFT, change.line());
      }
      CreditLine credit = credit(left, change);
      if (!credit.net().isZero()) {
        credits.put(change.line(), credit);
      }
    }
    if (credits.isEmpty()) {
      return new Impossible(Fault.NOTHING_TO_CORRECT, 0);
    }
    Credited credited = new Credited(new ArrayList<>(credits.values()), taxes(credits));
    return credited.gross().isNegative() ? credited : new Impossible(Fault.NOT_A_CREDIT, 0);
  }

  private List<TaxLine> taxes(Map<Integer, CreditLine> credits) {
    return taxes.stream()
        .filter(tax -> credits.keySet().stream().anyMatch(n -> isOf(tax, lines.get(n))))
        .map(tax -> difference(tax, credits))
        .toList();
  }

  private TaxLine difference(TaxLine before, Map<Integer, CreditLine> credits) {
    String currency = before.net().currency();
    Money shown = Money.zero(currency);
    Money credited = Money.zero(currency);
    boolean anyLeft = false;
    for (LineLeft left : lines.values()) {
      if (isOf(before, left)) {
        CreditLine credit = credits.get(left.line());
        Money now = credit == null ? left.net() : credit.after();
        anyLeft |= !now.isZero();
        shown = shown.plus(now);
        credited = credited.plus(credit == null ? Money.zero(currency) : credit.net());
      }
    }
    Money net = anyLeft ? before.net().plus(credited) : Money.zero(currency);
    Money tax = net.times(before.percent().movePointLeft(2)).rounded();
    return new TaxLine(
        before.rate(),
        net.minus(before.net()),
        tax.minus(before.tax()),
        net.minus(shown).minus(before.rounding()));
  }

  private static boolean isOf(TaxLine tax, LineLeft line) {
    return tax.label().equals(line.rate());
  }

  private static CreditLine credit(LineLeft left, LineChange change) {
    BigDecimal quantity = change.quantity() == null ? left.quantity() : change.quantity();
    return new CreditLine(
        left.line(),
        left.net(),
        change.net().rounded(),
        left.quantity(),
        left.quantity() == null ? null : quantity);
  }

  private static boolean isWithin(LineChange change, LineLeft left) {
    return isBetweenZeroAnd(left.net().amount(), change.net().amount())
        && (change.quantity() == null
            || left.quantity() != null && isBetweenZeroAnd(left.quantity(), change.quantity()));
  }

  private static boolean isBetweenZeroAnd(BigDecimal limit, BigDecimal value) {
    return limit.signum() < 0
        ? value.signum() <= 0 && value.compareTo(limit) >= 0
        : value.signum() >= 0 && value.compareTo(limit) <= 0;
  }

  private static Money zero(Money like) {
    return Money.zero(like.currency());
  }

  private static BigDecimal nothing(LineLeft left) {
    return left.quantity() == null ? null : BigDecimal.ZERO;
  }
}
