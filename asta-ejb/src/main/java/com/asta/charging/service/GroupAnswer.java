package com.asta.charging.service;

import com.asta.charging.service.ChargingAnswer.Reason;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;

/**
 * What a session may use of one rating group.
 *
 * @param refused why there is no further quota; null when one is granted or none was wanted
 * @param grantedUnits quota; 0 when refused or none was wanted
 * @param validitySeconds after so long the caller must report, even if the quota is not used up
 * @param finalUnit what to do when the quota is used up, because nothing can follow; null when more
 *     may be asked for
 * @param charged price of what this request reported; net, in the account's currency
 * @param explanation the rules that priced the group's use so far; null where nothing was priced
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroupAnswer(
    String ratingGroup,
    Reason refused,
    long grantedUnits,
    long validitySeconds,
    FinalUnit finalUnit,
    BigDecimal charged,
    String explanation) {
  /**
   * The end of what can be paid for (RFC 8506 Final-Unit-Indication).
   *
   * @param redirectTo where the customer is sent to recharge; null when the service ends
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FinalUnit(Action action, String redirectTo) {
    /** What happens to the customer's service. */
    public enum Action {
      TERMINATE,
      REDIRECT
    }
  }
}
