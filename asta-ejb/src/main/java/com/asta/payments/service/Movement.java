package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.TransactionKind;
import java.time.LocalDate;

/**
 * A change of what a customer owes.
 *
 * @param amount positive when the debt grew, negative when money arrived
 * @param balance what is owed after it; negative for a credit
 */
public record Movement(
    long id,
    TransactionKind kind,
    LocalDate bookedOn,
    String detail,
    String source,
    Money amount,
    Money balance) {}
