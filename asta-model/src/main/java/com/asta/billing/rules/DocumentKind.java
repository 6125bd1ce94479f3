package com.asta.billing.rules;

/** Documents of the sales register; the codes are those of EN 16931 (UNTDID 1001). */
public enum DocumentKind {
  INVOICE("380"),
  /** Takes back a part of an invoice, or all of it; its amounts are below zero. */
  CREDIT_NOTE("381");

  private final String code;

  DocumentKind(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
