package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.CreditorIdentifier;
import com.asta.payments.rules.Pain001;
import com.asta.payments.rules.Pain008;
import com.asta.payments.rules.RetrySchedule;

/**
 * How this operator collects and refunds.
 *
 * @param creditor null until it is entered; nothing is collected before
 * @param creditorBic empty if the bank knows itself from the account
 * @param leadDays calendar days before its due day at which a debt is chosen
 * @param noticeDays bank days between telling the debtor and collecting
 * @param returnFee charged for a failed collection, net; zero for none
 * @param refundLimit a larger refund needs a second person
 */
public record DebitPolicy(
    CreditorIdentifier creditor,
    String creditorBic,
    int leadDays,
    int noticeDays,
    RetrySchedule retries,
    Money returnFee,
    Pain008.Version debitVersion,
    Pain001.Version refundVersion,
    Money refundLimit) {}
