package com.asta.payments.service;

import com.asta.common.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A bag of cash taken to the bank.
 *
 * @param credited by the bank; null while it is on its way, as is the day
 */
public record CashDepositRow(
    long id,
    String register,
    long shiftId,
    String bagNumber,
    Money amount,
    Instant madeAt,
    String madeBy,
    Money credited,
    LocalDate settledOn) {}
