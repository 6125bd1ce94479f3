package com.asta.products.service;

import java.time.LocalDate;

/**
 * A promotion to be offered.
 *
 * @param code what customers say: 3 to 20 capital letters, digits and hyphens
 * @param validFrom the first day the code is taken
 * @param validTo the first day it is no longer taken, or null when open
 * @param redemptionLimit how many orders may redeem it
 * @param exclusive whether an order with it takes no other code
 */
public record NewPromotion(
    String code,
    String nameEn,
    String namePl,
    LocalDate validFrom,
    LocalDate validTo,
    int redemptionLimit,
    boolean exclusive) {}
