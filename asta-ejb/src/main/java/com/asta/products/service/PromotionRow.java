package com.asta.products.service;

import java.time.LocalDate;

/**
 * A promotion as a row.
 *
 * @param validTo the first day it is no longer taken, or null when open
 * @param redeemed how many orders redeemed it
 * @param open whether the code is taken today
 */
public record PromotionRow(
    long id,
    String code,
    String nameEn,
    String namePl,
    LocalDate validFrom,
    LocalDate validTo,
    int redemptionLimit,
    int redeemed,
    boolean exclusive,
    boolean stopped,
    boolean open) {}
