package com.asta.charging.service;

import com.asta.charging.service.ChargingBooks.Key;
import java.util.concurrent.CompletableFuture;

/** A request on its way through a lane. */
final class Ticket {
  private final ChargingRequest request;
  private final Key key;
  private final String number;
  private final long takenNanos = System.nanoTime();
  private final CompletableFuture<ChargingAnswer> answer = new CompletableFuture<>();

  /** What was decided; told once it is on disk. */
  private ChargingAnswer decided;

  Ticket(ChargingRequest request) {
    this.request = request;
    this.key = new Key(request.sessionId(), request.requestNumber());
    String digits = HomeNetwork.digits(request.subscriber());
    this.number = digits == null ? "" : digits;
  }

  ChargingRequest request() {
    return request;
  }

  Key key() {
    return key;
  }

  /** The subscriber's number as E.164 digits; empty when it is none. */
  String number() {
    return number;
  }

  long takenNanos() {
    return takenNanos;
  }

  CompletableFuture<ChargingAnswer> answer() {
    return answer;
  }

  ChargingAnswer decided() {
    return decided;
  }

  void decide(ChargingAnswer decision) {
    decided = decision;
  }

  void tell() {
    answer.complete(decided);
  }
}
