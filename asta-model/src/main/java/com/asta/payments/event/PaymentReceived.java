package com.asta.payments.event;

import com.asta.common.event.Event;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money arrived and is recorded.
 *
 * @param source own bank account, cash register or payment provider; unique with {@code reference}
 * @param accountId null while the customer is not known
 */
public record PaymentReceived(
    long paymentId,
    String source,
    String reference,
    Long accountId,
    BigDecimal amount,
    String currency,
    LocalDate receivedOn)
    implements Event {}
