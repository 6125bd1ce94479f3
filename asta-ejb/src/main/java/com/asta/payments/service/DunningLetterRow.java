package com.asta.payments.service;

import java.time.Instant;

/**
 * A letter in a list.
 *
 * @param recipient the address mailed to; empty if it has to be printed and posted
 * @param mailStatus of the mail; null if there is none
 */
public record DunningLetterRow(
    long id,
    long accountId,
    String accountNumber,
    int level,
    String subject,
    String recipient,
    String mailStatus,
    Instant writtenAt) {}
