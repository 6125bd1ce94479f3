package com.asta.billing.service;

import com.asta.common.Money;

/**
 * How the tax of one rate came about.
 *
 * @param exact the sum of the items before any rounding
 * @param shown the sum of the items as they are shown, each rounded
 */
public record TaxExplanation(TaxRow tax, Money exact, Money shown) {}
