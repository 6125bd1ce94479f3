package com.asta.billing.service;

import com.asta.billing.rules.PaidCharges;
import com.asta.common.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A wish that an account pays charges of another one.
 *
 * @param subscriptionId null for all services of the account
 * @param percent null for all of it
 * @param limit net for a month of each service's recurring prices; null for none
 * @param from first day of service the payer pays
 * @param until first day it no longer pays; null for no end
 */
public record NewPayer(
    long accountId,
    Long subscriptionId,
    PaidCharges charges,
    long payerAccountId,
    BigDecimal percent,
    Money limit,
    LocalDate from,
    LocalDate until) {}
