package com.asta.charging.service;

import com.asta.common.Money;

/**
 * A subscription that is charged online.
 *
 * @param number E.164 digits
 * @param available what may still be spent
 * @param tariffVersionId that prices its use today; null when none is in force
 */
public record ChargedLine(
    long chargingAccountId,
    String number,
    String tariffCode,
    Long tariffVersionId,
    String status,
    Money available) {}
