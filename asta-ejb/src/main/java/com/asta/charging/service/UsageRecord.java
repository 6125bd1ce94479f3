package com.asta.charging.service;

import com.asta.charging.rules.Explanation;
import com.asta.charging.rules.ServiceKind;
import com.asta.common.Money;
import java.time.Instant;

/**
 * One rated usage event.
 *
 * @param serviceId number of the subscriber, E.164 digits without plus
 * @param destination E.164 digits without plus, or null
 * @param explanation the rules that priced it, as stored; see {@link #explained()}
 */
public record UsageRecord(
    long accountId,
    long subscriptionId,
    Instant at,
    String source,
    String eventKey,
    String serviceId,
    ServiceKind service,
    String destination,
    long units,
    String chargeCode,
    Money rated,
    long tariffVersionId,
    String explanation) {
  /** The explanation read back into its parts. */
  public Explanation explained() {
    return Explanation.parse(explanation);
  }
}
