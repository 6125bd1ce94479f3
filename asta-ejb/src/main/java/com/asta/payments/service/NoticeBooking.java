package com.asta.payments.service;

import com.asta.payments.service.GatewayNoticeService.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Stores a notification and what follows from it, in one transaction. */
@ApplicationScoped
class NoticeBooking {
  @Inject private ProviderNotices notices;
  @Inject private PaymentAttempts attempts;
  @Inject private AttemptBooking booking;
  @Inject private ProviderRefundBooking refunds;

  Receipt take(String gateway, ProviderNotice notice, Instant now) {
    if (!notices.keep(gateway, notice, now)) {
      return Receipt.REPEATED;
    }
    Optional<Long> attempt = attempts.byExternalId(gateway, notice.externalId());
    if (attempt.isEmpty()) {
      notices.problem(gateway, notice.key(), "UNKNOWN_ORDER");
      return Receipt.NOT_OURS;
    }
    if (notice.order() != null) {
      booking.learn(attempt.get(), notice.order(), now);
    } else if (!refunds.learn(attempt.get(), notice, now)) {
      notices.problem(gateway, notice.key(), "UNKNOWN_REFUND");
      return Receipt.NOT_OURS;
    }
    return Receipt.TAKEN;
  }
}
