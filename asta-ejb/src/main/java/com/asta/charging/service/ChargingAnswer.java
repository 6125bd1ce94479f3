package com.asta.charging.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;

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
   * Done as asked.
   *
   * @param amount price of the use, or value that a voucher added; net, in {@code currency}
   * @param balance what the customer may still use
   * @param explanation the rules that made the price; null where nothing was priced
   */
  record Granted(
      String sessionId,
      int requestNumber,
      BigDecimal amount,
      BigDecimal balance,
      String currency,
      String explanation)
      implements ChargingAnswer {}

  /**
   * Not done; nothing has changed.
   *
   * @param balance what the customer may use; null where no account was found
   */
  record Refused(
      String sessionId, int requestNumber, Reason reason, String detail, BigDecimal balance)
      implements ChargingAnswer {}

  /** Why a request is refused. */
  enum Reason {
    LOW_BALANCE,
    UNKNOWN_SUBSCRIBER,
    ACCOUNT_BARRED,
    UNRATED_DESTINATION,
    UNRATED_SERVICE,
    NO_TARIFF,
    VOUCHER_UNKNOWN,
    VOUCHER_USED,
    VOUCHER_EXPIRED,
    /** The same session and number came with another content. */
    CONFLICTING_REPEAT,
    /** The message is not a charging request. */
    MALFORMED,
    /** Too many requests wait; repeat later. */
    BUSY
  }
}
