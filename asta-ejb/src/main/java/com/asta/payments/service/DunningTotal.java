package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.CustomerClass;

/**
 * How many accounts of a class come to a level, and what they owe overdue.
 *
 * @param action what is done there, or CLOSE; null where accounts only stand
 */
public record DunningTotal(
    CustomerClass customerClass, int level, String action, long accounts, Money overdue) {}
