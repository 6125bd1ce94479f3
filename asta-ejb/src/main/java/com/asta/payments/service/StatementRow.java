package com.asta.payments.service;

import com.asta.common.Money;
import java.time.LocalDate;

/**
 * A bank statement that was taken.
 *
 * @param day null if only its entries have days
 * @param opening null if the format has no balances, as is closing
 */
public record StatementRow(
    long id, String account, String statementId, LocalDate day, Money opening, Money closing) {}
