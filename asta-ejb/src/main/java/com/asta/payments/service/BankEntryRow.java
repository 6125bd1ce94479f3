package com.asta.payments.service;

import com.asta.common.Money;
import java.time.LocalDate;

/**
 * A statement entry that is no payment of a customer.
 *
 * @param kind RETURN, OUTGOING or CHARGE
 * @param amount as it changed the bank account
 * @param paymentId the payment a return took back; null if it was not found
 */
public record BankEntryRow(
    long id,
    String kind,
    String reference,
    Money amount,
    LocalDate bookedOn,
    String otherName,
    String otherAccount,
    String detail,
    Long paymentId) {}
