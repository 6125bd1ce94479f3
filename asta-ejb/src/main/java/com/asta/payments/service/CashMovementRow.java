package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.CashMovementKind;
import java.time.Instant;

/**
 * Money that went into a drawer, or out of it.
 *
 * @param receiptId null if it was no receipt, as is the number
 * @param cancelled whether the receipt was cancelled afterwards
 */
public record CashMovementRow(
    long id,
    CashMovementKind kind,
    Money amount,
    Long receiptId,
    String receiptNumber,
    boolean cancelled,
    String reason,
    Instant at) {}
