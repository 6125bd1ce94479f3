package com.asta.payments.rules;

import com.asta.common.Money;

/**
 * The end of a statement whose format tells the closing balance behind the entries.
 *
 * @param closing booked balance after the entries; negative for an overdraft
 */
public record StatementFooter(Money closing) implements StatementPart {}
