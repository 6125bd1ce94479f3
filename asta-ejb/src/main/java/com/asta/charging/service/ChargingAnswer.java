package com.asta.charging.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;

/** The answer to a charging request; once given it is durable and never changes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ChargingAnswer.Granted.class, name = "GRANTED"),
  @JsonSubTypes.Type(value = ChargingAnswer.Refused.class, name = "REFUSED")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ChargingAnswer {
  String sessionId();

  int requestNumber();

  /**
   * Done as asked; of a session's groups some may be refused nevertheless.
   *
   * @param amount price of the use, or value that was added; net, in {@code currency}
   * @param balance what the customer may still spend: money that is not reserved, and credit
   * @param explanation the rules that made the price; null where nothing was priced
   * @param groups of a session, in the order of the request
   */
  record Granted(
      String sessionId,
      int requestNumber,
      BigDecimal amount,
      BigDecimal balance,
      String currency,
      String explanation,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<GroupAnswer> groups)
      implements ChargingAnswer {
    public Granted {
      groups = groups == null ? List.of() : List.copyOf(groups);
    }
  }

  /**
   * Not done; nothing has changed.
   *
   * @param balance what the customer may spend; null where no account was found
   */
  record Refused(
      String sessionId, int requestNumber, Reason reason, String detail, BigDecimal balance)
      implements ChargingAnswer {}

  /** Why a request is refused. */
  enum Reason {
    LOW_BALANCE,
    /** The credit limit of a postpaid or hybrid account is reached. */
    CREDIT_LIMIT,
    UNKNOWN_SUBSCRIBER,
    ACCOUNT_BARRED,
    /** The account must be recharged before it may be used again. */
    ACCOUNT_IN_GRACE,
    UNRATED_DESTINATION,
    UNRATED_SERVICE,
    NO_TARIFF,
    VOUCHER_UNKNOWN,
    VOUCHER_USED,
    VOUCHER_EXPIRED,
    VOUCHER_VOID,
    /** Too many wrong PINs; later again. */
    TOO_MANY_TRIES,
    /** There is no such session. */
    SESSION_UNKNOWN,
    /** The session has ended, by its last request or by its expiry. */
    SESSION_CLOSED,
    /** A later request of the session was answered before. */
    OUT_OF_ORDER,
    /** There is no charge to give back, or it was given back before. */
    NOT_REFUNDABLE,
    /** The same session and number came with another content. */
    CONFLICTING_REPEAT,
    /** The message is not a charging request. */
    MALFORMED,
    /** Too many requests wait; repeat later. */
    BUSY,
    /** The database does not answer; repeat later. */
    TEMPORARILY_UNAVAILABLE
  }
}
