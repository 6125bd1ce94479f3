package com.asta.payments.rules;

import com.asta.common.Money;
import java.time.LocalDate;

/**
 * The head of one bank statement (ISO 20022 {@code Stmt} or {@code Ntfctn}).
 *
 * @param statementId the bank's identification, unique per own account
 * @param account own account, an IBAN as a rule
 * @param day the day of the closing balance; null if only the entries have days
 * @param opening booked balance before the entries, negative for an overdraft; null if not told
 * @param closing booked balance after the entries; null if not told here
 */
public record StatementHeader(
    String statementId, String account, LocalDate day, Money opening, Money closing)
    implements StatementPart {

  /** The same statement with the closing balance that its footer told. */
  StatementHeader closedBy(Money balance) {
    return new StatementHeader(statementId, account, day, opening, balance);
  }
}
