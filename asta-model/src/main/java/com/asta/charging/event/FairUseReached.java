package com.asta.charging.event;

import com.asta.common.event.Event;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The use of a subscription passed a fair-use threshold of its tariff; told once per period.
 *
 * @param counter code of the counter
 * @param periodStart first day of the counter's period
 * @param threshold units of the threshold that was passed
 */
public record FairUseReached(
    long accountId,
    long subscriptionId,
    String counter,
    LocalDate periodStart,
    long threshold,
    Instant at)
    implements Event {}
