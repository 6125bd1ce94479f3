package com.asta.billing.service;

import com.asta.billing.rules.ChargeReason;
import com.asta.common.Money;

/**
 * A charge or a credit that a person wishes to put on an account's next bill.
 *
 * @param requestKey the same key again is the same wish
 * @param net below zero for a credit; rounded half up to the currency's scale
 * @param textEn what the invoice says
 * @param note why, for colleagues; the customer does not see it
 */
public record NewManualCharge(
    String requestKey,
    long accountId,
    ChargeReason reason,
    Money net,
    String textEn,
    String textPl,
    String vatCategory,
    String note) {}
