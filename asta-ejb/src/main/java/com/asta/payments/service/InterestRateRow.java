package com.asta.payments.service;

import com.asta.payments.rules.CustomerClass;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A yearly rate in percent, in force until the next of its class. */
public record InterestRateRow(
    CustomerClass customerClass, LocalDate validFrom, BigDecimal percent, String enteredBy) {}
