package com.asta.payments.service;

import java.math.BigDecimal;

/**
 * A sum that does not agree.
 *
 * @param law which
 * @param accountId null where it is of no one account
 * @param subject what was summed
 */
public record LedgerFaultRow(
    String law, Long accountId, String subject, BigDecimal expected, BigDecimal found) {}
