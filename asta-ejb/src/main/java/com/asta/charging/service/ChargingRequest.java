package com.asta.charging.service;

import com.asta.charging.rules.ServiceKind;
import java.time.Instant;

/**
 * An online charging request (RFC 8506 credit control, one-time event).
 *
 * <p>{@code (sessionId, requestNumber)} names the request: repeated, it gets the first answer and
 * changes nothing.
 *
 * @param sessionId 1 to 64 characters, chosen by the caller
 * @param subscriber number of the prepaid subscription, E.164 with or without plus
 * @param service what is used; for debits and price enquiries
 * @param destination called or messaged number; null where the service has none
 * @param units seconds, messages or octets; positive for debits and price enquiries
 * @param at when the use began; null for now
 * @param voucher PIN of the voucher; for top-ups
 */
public record ChargingRequest(
    String sessionId,
    int requestNumber,
    Type type,
    String subscriber,
    ServiceKind service,
    String destination,
    long units,
    Instant at,
    String voucher) {
  /** What is asked for. */
  public enum Type {
    /** Rates a use that is about to happen and takes its price at once. */
    EVENT_DEBIT,
    /** Tells the price of a use; changes nothing. */
    PRICE_ENQUIRY,
    /** Tells the balance; changes nothing. */
    BALANCE_CHECK,
    /** Uses up a voucher and adds its value. */
    TOP_UP
  }

  private static final int LONGEST_SESSION_ID = 64;

  public ChargingRequest {
    require(
        sessionId != null && !sessionId.isBlank() && sessionId.length() <= LONGEST_SESSION_ID,
        "sessionId must have 1 to 64 characters, was: " + sessionId);
    require(requestNumber >= 0, "requestNumber must not be negative, was: " + requestNumber);
    require(type != null, "type is missing");
    require(subscriber != null && !subscriber.isBlank(), "subscriber is missing");
    if (type == Type.EVENT_DEBIT || type == Type.PRICE_ENQUIRY) {
      require(service != null, "service is missing");
      require(units > 0, "units must be positive, was: " + units);
    }
    require(type != Type.TOP_UP || voucher != null, "voucher is missing");
  }

  /** A request for the balance. */
  public static ChargingRequest balanceCheck(String sessionId, int number, String subscriber) {
    return new ChargingRequest(
        sessionId, number, Type.BALANCE_CHECK, subscriber, null, null, 0, null, null);
  }

  /** A request to use up a voucher. */
  public static ChargingRequest topUp(String sessionId, int number, String subscriber, String pin) {
    return new ChargingRequest(
        sessionId, number, Type.TOP_UP, subscriber, null, null, 0, null, pin);
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException(problem);
    }
  }
}
