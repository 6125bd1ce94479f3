package com.asta.warehouse.event;

import com.asta.common.event.Event;
import java.time.Instant;

/**
 * A device left the house.
 *
 * @param businessKey what it was for, such as {@code order-17}
 * @param modelCode the product model, such as {@code FX-3100}
 */
public record ItemShipped(
    String serialNumber, String modelCode, String businessKey, Instant shippedAt)
    implements Event {}
