package com.asta.charging.service;

import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Online charging of prepaid accounts. The answer is on disk before it is returned, whatever
 * transaction the caller runs in.
 */
@Stateless
@RolesAllowed({Roles.SYSTEM, Roles.AGENT, Roles.OPERATOR, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChargingService {
  @Inject private ChargingLanes lanes;

  /** Decides a request; repeated, it gets the first answer. */
  public ChargingAnswer handle(ChargingRequest request) {
    return lanes.submit(request);
  }
}
