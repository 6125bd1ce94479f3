package com.asta.billing.service;

import java.time.Instant;

/**
 * What a bill item was made of, in words.
 *
 * @param offerCode the offer and its version that priced it; null for manual charges and usage
 * @param tariffCode the tariff that rated it; null unless usage
 * @param enteredBy who entered a manual charge
 */
public record ItemExplanation(
    BillItemRow item,
    String offerCode,
    Integer offerVersion,
    String offerNameEn,
    String offerNamePl,
    String tariffCode,
    Integer tariffVersion,
    String enteredBy,
    Instant enteredAt) {
  public String offerName(String language) {
    return "pl".equals(language) ? offerNamePl : offerNameEn;
  }
}
