package com.asta.billing.rules;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a bill took of the usage of one calendar month: kept with the bill, so that the next one
 * bills only what came after it.
 *
 * @param month first day of the month in which the usage happened
 */
public record UsageMonth(
    long subscriptionId,
    String chargeCode,
    long tariffVersionId,
    LocalDate month,
    BigDecimal quantity,
    long events,
    Money rated) {}
