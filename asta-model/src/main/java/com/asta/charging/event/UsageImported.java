package com.asta.charging.event;

import com.asta.common.event.Event;

/**
 * A usage file was rated to its end.
 *
 * @param rated records that got a price
 * @param rejected lines that wait in suspense
 */
public record UsageImported(long fileId, String kind, String name, long rated, long rejected)
    implements Event {}
