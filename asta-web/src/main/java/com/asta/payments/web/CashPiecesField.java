package com.asta.payments.web;

import com.asta.common.Money;
import com.asta.payments.rules.CashCount;
import com.asta.payments.rules.CashPieces;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/** How many of a denomination were counted, as typed. */
public class CashPiecesField implements Serializable {
  private static final long serialVersionUID = 1L;

  private final BigDecimal denomination;
  private Integer pieces;

  CashPiecesField(BigDecimal denomination) {
    this.denomination = denomination;
  }

  /** A field for every denomination, the largest first. */
  static List<CashPiecesField> all() {
    return CashCount.DENOMINATIONS.stream().map(CashPiecesField::new).toList();
  }

  /** What was typed; nothing typed is none. */
  static CashCount count(List<CashPiecesField> fields) {
    return new CashCount(
        fields.stream()
            .map(each -> new CashPieces(each.denomination, each.pieces == null ? 0 : each.pieces))
            .toList());
  }

  /** What one piece is worth. */
  public Money getValue() {
    return Money.of(denomination, "PLN");
  }

  /** The denomination in grosz, for the running total. */
  public int getCents() {
    return denomination.movePointRight(2).intValueExact();
  }

  public Integer getPieces() {
    return pieces;
  }

  public void setPieces(Integer pieces) {
    this.pieces = pieces;
  }
}
