package com.asta.payments.service;

import com.asta.common.Money;
import java.time.LocalDate;

/**
 * Interest for late payment of an item that is not billed yet.
 *
 * @param from the first day that is not billed
 * @param until the day after the last
 */
public record InterestRow(
    long openItemId, String number, LocalDate from, LocalDate until, Money interest) {}
