package com.asta.payments.service;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A saved card as people may see it.
 *
 * @param masked its number with most digits hidden
 * @param expiresOn its last day, null if not known
 * @param autoPay whether it pays on due dates by itself
 */
public record CardRow(
    long accountId,
    String masked,
    LocalDate expiresOn,
    boolean autoPay,
    Instant consentAt,
    String consentBy) {}
