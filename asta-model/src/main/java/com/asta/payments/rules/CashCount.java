package com.asta.payments.rules;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Cash counted by its notes and coins; each denomination at most once. */
public record CashCount(List<CashPieces> pieces) {
  /** What Poland has, the largest first. */
  public static final List<BigDecimal> DENOMINATIONS =
      Stream.of(
              "500", "200", "100", "50", "20", "10", "5", "2", "1", "0.50", "0.20", "0.10", "0.05",
              "0.02", "0.01")
          .map(BigDecimal::new)
          .toList();

  /** More of one kind is a slip of the fingers. */
  public static final int MOST_PIECES = 99_999;

  public CashCount {
    pieces = List.copyOf(pieces);
    for (CashPieces each : pieces) {
      if (DENOMINATIONS.stream().noneMatch(one -> one.compareTo(each.denomination()) == 0)) {
        throw new IllegalArgumentException("There is no " + each.denomination());
      }
      if (each.pieces() < 0 || each.pieces() > MOST_PIECES) {
        throw new IllegalArgumentException(
            each.pieces() + " pieces of " + each.denomination() + " cannot be");
      }
    }
    long kinds =
        pieces.stream().map(each -> each.denomination().stripTrailingZeros()).distinct().count();
    if (kinds < pieces.size()) {
      throw new IllegalArgumentException("A denomination is counted twice: " + pieces);
    }
  }

  /** Their sum in zlotys. */
  public Money total() {
    Money total = Money.zero("PLN");
    for (CashPieces each : pieces) {
      total = total.plus(Money.of(each.denomination(), "PLN").times(each.pieces()));
    }
    return total;
  }
}
