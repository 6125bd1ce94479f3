package com.asta.billing.rules;

import com.asta.common.Money;

/** A deposit that was billed and is held: it is set off on a bill once its service has ended. */
public record HeldDeposit(
    long id,
    long subscriptionId,
    String serviceId,
    long offerVersionId,
    String code,
    Money net,
    Texts texts,
    String vatCategory) {}
