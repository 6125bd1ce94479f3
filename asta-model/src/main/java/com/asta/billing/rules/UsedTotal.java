package com.asta.billing.rules;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The rated usage of one subscription, one kind of charge, one tariff version and one day.
 *
 * @param serviceId the subscription's number; null if it has none
 */
public record UsedTotal(
    long subscriptionId,
    String serviceId,
    LocalDate day,
    String chargeCode,
    long tariffVersionId,
    Texts texts,
    String unit,
    BigDecimal quantity,
    long events,
    Money rated,
    String vatCategory) {
  /** The same usage at another amount: the part that one of several payers pays. */
  UsedTotal rated(Money part) {
    return new UsedTotal(
        subscriptionId,
        serviceId,
        day,
        chargeCode,
        tariffVersionId,
        texts,
        unit,
        quantity,
        events,
        part,
        vatCategory);
  }
}
