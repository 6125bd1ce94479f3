package com.asta.payments.event;

import com.asta.common.event.Event;
import java.math.BigDecimal;

/**
 * A payment settled an open item, or, with a negative amount, does so no longer.
 *
 * @param documentNumber number of the invoice or of the balance brought forward
 * @param open what is still owed of the document
 */
public record PaymentAllocated(
    long paymentId,
    long accountId,
    String documentNumber,
    BigDecimal amount,
    BigDecimal open,
    String currency)
    implements Event {}
