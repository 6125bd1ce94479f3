package com.asta.billing.service;

import com.asta.billing.model.ManualChargeStatus;
import com.asta.common.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A charge or a credit somebody entered.
 *
 * @param code the reason a person chose, or what a system charged for
 * @param note why, for colleagues; null for what a system entered
 * @param billId the bill that took it, or null
 */
public record ManualChargeRow(
    long id,
    long accountId,
    String accountNumber,
    long customerId,
    String customerName,
    String code,
    LocalDate chargedOn,
    Money net,
    String textEn,
    String textPl,
    String note,
    ManualChargeStatus status,
    String enteredBy,
    Instant enteredAt,
    String decidedBy,
    Long billId) {
  public String text(String language) {
    return "pl".equals(language) ? textPl : textEn;
  }

  public boolean isProposed() {
    return status == ManualChargeStatus.PROPOSED;
  }

  public boolean isRejected() {
    return status == ManualChargeStatus.REJECTED;
  }
}
