package com.asta.payments.batch;

import com.asta.common.service.Roles;
import com.asta.payments.service.PaymentAttemptService;
import com.asta.payments.service.SavedCardService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Charges saved cards every morning, where electronic payments are set up. */
@Singleton
@PermitAll
@RunAs(Roles.SYSTEM)
public class DailyAutoPay {
  @Inject private AutoPayJob job;
  @Inject private PaymentAttemptService attempts;
  @Inject private SavedCardService cards;

  /** After the night's postings, when banks answer. */
  @Schedule(hour = "7", minute = "10", timezone = "Europe/Warsaw", persistent = false)
  public void run() {
    if (attempts.isOpen()) {
      job.start(cards.today());
    }
  }
}
