package com.asta.payments.service;

import com.asta.payments.rules.DunningFacts;
import java.time.LocalDate;

/**
 * An account that dunning looks at, with the facts it decides from.
 *
 * @param oldestDueOn due day of the oldest overdue item, null when nothing is overdue
 */
public record DunningCandidate(
    long accountId,
    long customerId,
    String accountNumber,
    LocalDate oldestDueOn,
    DunningFacts facts) {}
