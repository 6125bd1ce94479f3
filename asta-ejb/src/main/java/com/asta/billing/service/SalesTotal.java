package com.asta.billing.service;

import com.asta.common.Money;

/**
 * What was sold at one tax rate.
 *
 * @param rate label, as on the documents
 */
public record SalesTotal(String rate, Money net, Money tax) {}
