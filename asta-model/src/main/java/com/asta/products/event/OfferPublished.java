package com.asta.products.event;

import com.asta.common.event.Event;
import java.time.LocalDate;

/** A version of an offer became immutable and is sold from a day on; validTo null means open. */
public record OfferPublished(
    long offerVersionId, String code, int version, LocalDate validFrom, LocalDate validTo)
    implements Event {}
