package com.asta.charging.messaging;

import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.ChargingRequest;
import com.asta.charging.service.GroupRequest;
import java.time.Instant;
import java.util.List;

/** The JSON body of a charging request; fields as in {@link ChargingRequest}. */
record ChargingMessage(
    String sessionId,
    Integer requestNumber,
    ChargingRequest.Type type,
    String subscriber,
    ServiceKind service,
    String destination,
    Long units,
    Instant at,
    String voucher,
    List<GroupRequest> groups,
    Integer refundOf) {
  /**
   * The request that the message holds.
   *
   * @throws IllegalArgumentException naming what is missing or wrong
   */
  ChargingRequest request() {
    if (requestNumber == null) {
      throw new IllegalArgumentException("requestNumber is missing");
    }
    return new ChargingRequest(
        sessionId,
        requestNumber,
        type,
        subscriber,
        service,
        destination,
        units == null ? 0 : units,
        at,
        voucher,
        groups,
        refundOf);
  }
}
