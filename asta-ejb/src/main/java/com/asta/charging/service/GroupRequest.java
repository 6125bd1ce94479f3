package com.asta.charging.service;

import com.asta.charging.rules.ServiceKind;

/**
 * What a session reports and wants for one rating group (RFC 8506 multiple services).
 *
 * @param ratingGroup 1 to 40 characters; names the group within its session
 * @param service what is used; needed when the group is first named
 * @param destination called or messaged number; null where the service has none
 * @param requestedUnits wanted quota; null lets the server size it; 0 wants none: the group ends
 * @param usedUnits used since the last report; null for none
 */
public record GroupRequest(
    String ratingGroup,
    ServiceKind service,
    String destination,
    Long requestedUnits,
    Long usedUnits) {
  private static final int LONGEST_GROUP = 40;

  public GroupRequest {
    ChargingRequest.require(
        ratingGroup != null && !ratingGroup.isBlank() && ratingGroup.length() <= LONGEST_GROUP,
        "ratingGroup must have 1 to 40 characters, was: ",
        ratingGroup);
    ChargingRequest.requireUnits("requestedUnits", requestedUnits);
    ChargingRequest.requireUnits("usedUnits", usedUnits);
  }

  /** Asks for a quota that the server sizes. */
  public static GroupRequest open(String ratingGroup, ServiceKind service, String destination) {
    return new GroupRequest(ratingGroup, service, destination, null, null);
  }

  /** Reports use and asks for the next quota, sized by the server. */
  public static GroupRequest report(String ratingGroup, long usedUnits) {
    return new GroupRequest(ratingGroup, null, null, null, usedUnits);
  }

  /** Reports the last use; no further quota is wanted. */
  public static GroupRequest last(String ratingGroup, long usedUnits) {
    return new GroupRequest(ratingGroup, null, null, 0L, usedUnits);
  }

  long used() {
    return usedUnits == null ? 0 : usedUnits;
  }

  boolean ends() {
    return requestedUnits != null && requestedUnits == 0;
  }
}
