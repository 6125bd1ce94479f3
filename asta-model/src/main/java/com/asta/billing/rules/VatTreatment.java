package com.asta.billing.rules;

/** How a supply stands to value added tax; the codes are those of EN 16931 (UNTDID 5305). */
public enum VatTreatment {
  STANDARD("S"),
  ZERO("Z"),
  /** The law exempts it; the invoice says by which article. */
  EXEMPT("E"),
  /** The buyer pays the tax in another member state. */
  REVERSE_CHARGE("AE"),
  /** The place of supply lies outside the European Union. */
  OUTSIDE_SCOPE("O");

  private final String code;

  VatTreatment(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** True where an invoice must say why there is no tax. */
  public boolean needsReason() {
    return this == EXEMPT || this == REVERSE_CHARGE || this == OUTSIDE_SCOPE;
  }
}
