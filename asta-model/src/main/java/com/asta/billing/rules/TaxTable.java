package com.asta.billing.rules;

import java.util.List;

/** All rules of an operator; a buyer's calculator is cut from them. */
public record TaxTable(List<TaxRule> rules) {
  public TaxTable {
    rules = List.copyOf(rules);
  }

  public TaxCalculator of(TaxedBuyer buyer) {
    return new TaxCalculator(rules, buyer);
  }
}
