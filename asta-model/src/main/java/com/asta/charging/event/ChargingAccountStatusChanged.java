package com.asta.charging.event;

import com.asta.common.event.Event;
import java.time.LocalDate;

/**
 * A charging account went on in its life: ACTIVE, GRACE, BARRED, CLOSED.
 *
 * @param serviceId number of the subscription; null for a shared account, as is {@code
 *     subscriptionId}
 */
public record ChargingAccountStatusChanged(
    long accountId,
    long chargingAccountId,
    Long subscriptionId,
    String serviceId,
    String from,
    String to,
    LocalDate on)
    implements Event {}
