package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.PayoutSplit;
import java.time.LocalDate;

/**
 * What a payout of the provider would settle.
 *
 * @param until the last day whose payments it covers
 * @param payments how many payments
 * @param refunds how many refunds and chargebacks
 */
public record PayoutProposal(LocalDate until, int payments, int refunds, PayoutSplit split) {
  public Money fee() {
    return split.fee();
  }
}
