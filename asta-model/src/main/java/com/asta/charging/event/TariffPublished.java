package com.asta.charging.event;

import com.asta.common.event.Event;
import java.time.LocalDate;

/** A tariff version prices usage from {@code validFrom} on. */
public record TariffPublished(
    long tariffVersionId, String tariffCode, int version, LocalDate validFrom) implements Event {}
