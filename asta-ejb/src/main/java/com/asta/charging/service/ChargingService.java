package com.asta.charging.service;

import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Online charging. The answer is on disk before it is returned, whatever transaction the caller
 * runs in.
 */
@Stateless
@RolesAllowed({Roles.SYSTEM, Roles.AGENT, Roles.OPERATOR, Roles.PRODUCT_MANAGER, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChargingService {
  @Inject private ChargingLanes lanes;

  /** Decides a request; repeated, it gets the first answer. */
  public ChargingAnswer handle(ChargingRequest request) {
    return lanes.handle(request);
  }

  /**
   * As {@link #handle}, without waiting: the stage completes once the answer is on disk; it fails
   * only if the request cannot be decided at all. What hangs on it must be short: it runs on the
   * lane's own thread.
   */
  public CompletionStage<ChargingAnswer> submit(ChargingRequest request) {
    return lanes.submit(request);
  }

  /** {@link #submit} for a whole batch of a message pump, in one call. */
  public List<CompletionStage<ChargingAnswer>> submitAll(List<ChargingRequest> requests) {
    return requests.stream().<CompletionStage<ChargingAnswer>>map(lanes::submit).toList();
  }
}
