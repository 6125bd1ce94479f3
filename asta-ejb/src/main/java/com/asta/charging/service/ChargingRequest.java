package com.asta.charging.service;

import com.asta.charging.rules.ServiceKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An online charging request (RFC 8506 credit control).
 *
 * <p>{@code (sessionId, requestNumber)} names the request: repeated, it gets the first answer and
 * changes nothing. Within a session the numbers rise.
 *
 * @param sessionId 1 to 64 characters, chosen by the caller
 * @param subscriber number of the subscription, E.164 with or without plus
 * @param service what is used; for debits and price enquiries
 * @param destination called or messaged number; null where the service has none
 * @param units seconds, messages, octets or what the service counts; positive for debits and price
 *     enquiries
 * @param at when the use began; null for now
 * @param voucher PIN of the voucher; for top-ups
 * @param groups rating groups of a session's request, each named once
 * @param refundOf number of the request of this session whose charge is given back
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
    String voucher,
    List<GroupRequest> groups,
    Integer refundOf) {
  /** What is asked for. */
  public enum Type {
    /** Rates a use that is about to happen and takes its price at once. */
    EVENT_DEBIT,
    /** Opens a session: reserves a quota for each group. */
    SESSION_INITIAL,
    /** Reports use, takes its price, reserves the next quotas. */
    SESSION_UPDATE,
    /** Reports the last use, takes its price, releases what is left and closes the session. */
    SESSION_TERMINATE,
    /** Tells the price of a use; changes nothing. */
    PRICE_ENQUIRY,
    /** Tells the balance; changes nothing. */
    BALANCE_CHECK,
    /** Uses up a voucher and adds its value. */
    TOP_UP,
    /** Gives the charge of an earlier request of this session back, once. */
    REFUND;

    /** Whether it is a step of a session. */
    public boolean ofSession() {
      return this == SESSION_INITIAL || this == SESSION_UPDATE || this == SESSION_TERMINATE;
    }

    /** Whether it may change something, so that its first answer is kept. */
    boolean changing() {
      return this != PRICE_ENQUIRY && this != BALANCE_CHECK;
    }
  }

  /** Most units of one request: beyond them a mistake is more likely than a use. */
  static final long MOST_UNITS = 1_000_000_000_000_000L;

  private static final int LONGEST_SESSION_ID = 64;
  private static final int MOST_GROUPS = 20;

  public ChargingRequest {
    require(
        sessionId != null && !sessionId.isBlank() && sessionId.length() <= LONGEST_SESSION_ID,
        "sessionId must have 1 to 64 characters, was: ",
        sessionId);
    require(requestNumber >= 0, "requestNumber must not be negative, was: ", requestNumber);
    require(type != null, "type is missing", "");
    require(subscriber != null && !subscriber.isBlank(), "subscriber is missing", "");
    if (type == Type.EVENT_DEBIT || type == Type.PRICE_ENQUIRY) {
      require(service != null, "service is missing", "");
      require(units > 0 && units <= MOST_UNITS, "units must be positive, was: ", units);
    }
    require(type != Type.TOP_UP || voucher != null, "voucher is missing", "");
    require(type != Type.REFUND || refundOf != null, "refundOf is missing", "");
    groups = groups == null ? List.of() : List.copyOf(groups);
    if (type.ofSession()) {
      requireGroups(type, groups);
    }
  }

  /** Takes the price of a use that begins now. */
  public static ChargingRequest debit(
      String sessionId,
      int number,
      String subscriber,
      ServiceKind service,
      String destination,
      long units) {
    return use(Type.EVENT_DEBIT, sessionId, number, subscriber, service, destination, units);
  }

  /** Asks for the price of a use that would begin now. */
  public static ChargingRequest enquiry(
      String sessionId,
      int number,
      String subscriber,
      ServiceKind service,
      String destination,
      long units) {
    return use(Type.PRICE_ENQUIRY, sessionId, number, subscriber, service, destination, units);
  }

  /** A request for the balance. */
  public static ChargingRequest balanceCheck(String sessionId, int number, String subscriber) {
    return use(Type.BALANCE_CHECK, sessionId, number, subscriber, null, null, 0);
  }

  /** A request to use up a voucher. */
  public static ChargingRequest topUp(String sessionId, int number, String subscriber, String pin) {
    return new ChargingRequest(
        sessionId, number, Type.TOP_UP, subscriber, null, null, 0, null, pin, null, null);
  }

  /** A step of a session. */
  public static ChargingRequest session(
      Type step, String sessionId, int number, String subscriber, GroupRequest... groups) {
    return new ChargingRequest(
        sessionId, number, step, subscriber, null, null, 0, null, null, List.of(groups), null);
  }

  /** Gives back what request {@code refundOf} of the same session took. */
  public static ChargingRequest refund(
      String sessionId, int number, String subscriber, int refundOf) {
    return new ChargingRequest(
        sessionId, number, Type.REFUND, subscriber, null, null, 0, null, null, null, refundOf);
  }

  private static ChargingRequest use(
      Type type,
      String sessionId,
      int number,
      String subscriber,
      ServiceKind service,
      String destination,
      long units) {
    return new ChargingRequest(
        sessionId, number, type, subscriber, service, destination, units, null, null, null, null);
  }

  private static void requireGroups(Type type, List<GroupRequest> groups) {
    require(groups.size() <= MOST_GROUPS, "groups must be at most 20, were: ", groups.size());
    require(
        type == Type.SESSION_TERMINATE || !groups.isEmpty(),
        "groups are missing: a session begins and goes on with at least one",
        "");
    Set<String> names = new HashSet<>();
    for (GroupRequest group : groups) {
      require(names.add(group.ratingGroup()), "group named twice: ", group.ratingGroup());
      boolean initial = type == Type.SESSION_INITIAL;
      require(
          !initial || group.service() != null, "service is missing in group ", group.ratingGroup());
      require(
          !initial || group.used() == 0 && !group.ends(),
          "nothing is used before the session began, group ",
          group.ratingGroup());
    }
  }

  static void requireUnits(String what, Long units) {
    require(
        units == null || units >= 0 && units <= MOST_UNITS,
        what + " must not be negative, was: ",
        units);
  }

  static void require(boolean condition, String problem, Object value) {
    if (!condition) {
      throw new IllegalArgumentException(problem + value);
    }
  }
}
