package com.asta.payments.service;

import com.asta.payments.rules.PayuWords;
import com.asta.payments.rules.ProviderRefundState;
import com.asta.payments.service.PayuMessages.Refund;
import com.asta.payments.service.PayuMessages.RefundResponse;

/** Refunds in PayU's words. */
final class PayuRefunds {
  private PayuRefunds() {}

  /** The answer to a wish for a refund; what PayU refuses was not begun. */
  static ProviderRefundAnswer answer(RefundResponse response) {
    if (response.refund() != null) {
      return told(response.refund());
    }
    if (response.status() == null || "SUCCESS".equals(response.status().statusCode())) {
      return ProviderRefundAnswer.SILENCE;
    }
    return new ProviderRefundAnswer(
        ProviderRefundState.REJECTED, null, PayuOrders.word(response.status().failure()));
  }

  static ProviderRefundAnswer told(Refund refund) {
    String failure =
        refund.statusError() == null ? null : PayuOrders.word(refund.statusError().code());
    return new ProviderRefundAnswer(
        PayuWords.refundState(refund.status()).orElse(null),
        PayuOrders.id(refund.refundId()),
        failure);
  }
}
