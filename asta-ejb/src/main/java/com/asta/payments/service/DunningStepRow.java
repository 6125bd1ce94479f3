package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.DunningLevel;
import java.time.Instant;

/** A step that dunning carried out. */
public record DunningStepRow(
    long accountId,
    long customerId,
    String accountNumber,
    String customerName,
    DunningLevel level,
    Instant doneAt,
    Money overdue,
    String detail,
    boolean closed) {}
