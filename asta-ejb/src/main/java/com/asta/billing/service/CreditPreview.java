package com.asta.billing.service;

import com.asta.common.Money;
import java.util.List;

/**
 * What a credit note would say.
 *
 * @param needsSecondPerson it would wait for another person's approval
 */
public record CreditPreview(
    List<TaxRow> taxes, Money net, Money tax, Money gross, boolean needsSecondPerson) {}
