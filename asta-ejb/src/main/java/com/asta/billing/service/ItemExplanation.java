package com.asta.billing.service;

import java.time.Instant;

/**
 * What a bill item was made of, in words.
 *
 * @param offerCode the offer whose version priced it; null for manual charges and usage
 * @param enteredBy who entered a manual charge
 */
public record ItemExplanation(
    BillItemRow item,
    String offerCode,
    Integer offerVersion,
    String offerNameEn,
    String offerNamePl,
    String enteredBy,
    Instant enteredAt) {
  public String offerName(String language) {
    return "pl".equals(language) ? offerNamePl : offerNameEn;
  }
}
