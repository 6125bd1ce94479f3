package com.asta.payments.service;

import com.asta.common.Money;
import java.time.Instant;

/**
 * A part of a payment given to an open item.
 *
 * @param writeOff the rest that was too small to ask for; no money of the payment
 * @param reversed it was undone, or it is itself the undoing (then {@code amount} is negative)
 */
public record AllocationRow(
    long id,
    long openItemId,
    String documentNumber,
    Long invoiceId,
    Money amount,
    boolean writeOff,
    boolean reversed,
    Instant createdAt,
    String createdBy) {}
