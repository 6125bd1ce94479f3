package com.asta.charging.service;

import com.asta.charging.service.ChargingAnswer.Granted;
import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.charging.service.ChargingAnswer.Refused;
import java.math.BigDecimal;
import java.util.List;

/** Answers with the balance as it is then. */
final class Answers {
  private Answers() {}

  static Granted granted(
      LockedBatch batch,
      ChargingRequest request,
      Holding holding,
      BigDecimal amount,
      String explanation) {
    return granted(batch, request, holding, amount, explanation, List.of());
  }

  static Granted granted(
      LockedBatch batch,
      ChargingRequest request,
      Holding holding,
      BigDecimal amount,
      String explanation,
      List<GroupAnswer> groups) {
    return new Granted(
        request.sessionId(),
        request.requestNumber(),
        amount,
        batch.purse(holding).spendable(batch.now()),
        holding.account().currency(),
        explanation,
        groups);
  }

  /**
   * A refusal.
   *
   * @param holding null where there is no account
   */
  static Refused refused(
      LockedBatch batch, ChargingRequest request, Reason reason, String detail, Holding holding) {
    return new Refused(
        request.sessionId(),
        request.requestNumber(),
        reason,
        detail,
        holding == null ? null : batch.purse(holding).spendable(batch.now()));
  }

  /** Not decided at all; the same request may be repeated. */
  static Refused later(ChargingRequest request, Reason reason) {
    return new Refused(
        request.sessionId(), request.requestNumber(), reason, "Repeat the request", null);
  }
}
