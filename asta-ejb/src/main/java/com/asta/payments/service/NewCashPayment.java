package com.asta.payments.service;

import com.asta.common.Money;

/**
 * A cash payment at the desk.
 *
 * @param requestKey the form's key: the same form posted again is the same payment
 * @param register code of the cash register
 * @param payerName who handed the money over, may be empty
 */
public record NewCashPayment(
    String requestKey, String register, long accountId, Money amount, String payerName) {}
