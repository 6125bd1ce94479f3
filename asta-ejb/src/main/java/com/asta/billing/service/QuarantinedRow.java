package com.asta.billing.service;

import com.asta.billing.rules.QuarantineReason;

/** An account the run could not bill. */
public record QuarantinedRow(
    long accountId,
    String accountNumber,
    long customerId,
    String customerName,
    QuarantineReason reason,
    String detail) {}
