package com.asta.customers.service;

import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.rules.ConsentSource;
import java.time.Instant;

/**
 * A customer's last word on one purpose.
 *
 * @param source null, as is {@code decidedAt}, if the customer was never asked
 */
public record ConsentCard(
    ConsentPurpose purpose, boolean granted, ConsentSource source, Instant decidedAt) {}
