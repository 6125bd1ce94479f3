package com.asta.payments.service;

import com.asta.common.Money;
import java.time.Instant;

/** A cash receipt as it is printed. */
public record ReceiptCard(
    long id,
    String number,
    String register,
    String registerName,
    long paymentId,
    long accountId,
    String accountNumber,
    long customerId,
    Money amount,
    String payerName,
    Instant issuedAt,
    String issuedBy) {}
