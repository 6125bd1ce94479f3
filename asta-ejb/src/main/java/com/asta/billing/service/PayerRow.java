package com.asta.billing.service;

import com.asta.billing.rules.PaidCharges;
import com.asta.common.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * That one account pays charges of another, in one line.
 *
 * @param subscriptionId null for all services of the account
 * @param limit net for a month of each service's recurring prices; null for none
 * @param until first day it no longer holds for; null for no end
 */
public record PayerRow(
    long id,
    long accountId,
    String accountNumber,
    String ownerName,
    Long subscriptionId,
    PaidCharges charges,
    long payerAccountId,
    String payerNumber,
    String payerName,
    BigDecimal percent,
    Money limit,
    LocalDate from,
    LocalDate until) {}
