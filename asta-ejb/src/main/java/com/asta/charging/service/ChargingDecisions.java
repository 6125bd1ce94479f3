package com.asta.charging.service;

import com.asta.charging.service.AnswerBooks.Given;
import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.charging.service.SessionBooks.Session;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/** Decides requests in turn on locked accounts; a request that was answered gets that answer. */
final class ChargingDecisions {
  private final LockedBatch batch;
  private final UnaryOperator<String> pinHashes;
  private final UseDecisions uses;
  private final SessionDecisions sessions;
  private final RechargeDecisions recharges;

  /**
   * Begins to decide.
   *
   * @param pinHashes what is stored instead of a voucher's PIN
   */
  ChargingDecisions(LockedBatch batch, SessionPolicy policy, UnaryOperator<String> pinHashes) {
    this.batch = batch;
    this.pinHashes = pinHashes;
    this.uses = new UseDecisions(batch);
    this.sessions = new SessionDecisions(batch, policy);
    this.recharges = new RechargeDecisions(batch);
  }

  /** Closes the sessions that passed their expiry, so that what they held is free. */
  void expireSessions() {
    for (Session session : batch.expiredSessions()) {
      sessions.expire(session);
    }
  }

  ChargingAnswer decide(Ticket ticket) {
    ChargingRequest request = ticket.request();
    String pinHash = request.voucher() == null ? null : pinHashes.apply(request.voucher());
    if (!request.type().changing()) {
      return fresh(ticket, pinHash);
    }
    long digest = Digest.of(request, pinHash);
    Given first = batch.given(ticket.key());
    if (first != null) {
      return first.request() == digest
          ? first.answer()
          : Answers.refused(
              batch, request, Reason.CONFLICTING_REPEAT, "Another request had this number", null);
    }
    ChargingAnswer answer = fresh(ticket, pinHash);
    batch.give(new Given(ticket.key(), digest, answer));
    return answer;
  }

  private ChargingAnswer fresh(Ticket ticket, String pinHash) {
    ChargingRequest request = ticket.request();
    Holding holding = batch.holding(ticket.number());
    if (holding == null) {
      return Answers.refused(batch, request, Reason.UNKNOWN_SUBSCRIBER, request.subscriber(), null);
    }
    return switch (request.type()) {
      case BALANCE_CHECK -> Answers.granted(batch, request, holding, BigDecimal.ZERO, null);
      case PRICE_ENQUIRY, EVENT_DEBIT -> uses.decide(ticket, holding);
      case SESSION_INITIAL, SESSION_UPDATE, SESSION_TERMINATE -> sessions.decide(ticket, holding);
      case TOP_UP -> recharges.topUp(ticket, holding, pinHash);
      case REFUND -> recharges.refund(ticket, holding);
    };
  }
}
