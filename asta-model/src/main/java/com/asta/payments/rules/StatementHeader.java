package com.asta.payments.rules;

import com.asta.common.Money;
import java.time.LocalDate;

/**
 * The head of one bank statement (ISO 20022 {@code Stmt}).
 *
 * @param statementId the bank's identification, unique per own account
 * @param account own account, an IBAN as a rule
 * @param day the day of the closing balance
 * @param opening booked balance before the entries; negative for an overdraft
 * @param closing booked balance after the entries
 */
public record StatementHeader(
    String statementId, String account, LocalDate day, Money opening, Money closing)
    implements StatementPart {}
