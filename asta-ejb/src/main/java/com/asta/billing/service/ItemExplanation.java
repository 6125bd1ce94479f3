package com.asta.billing.service;

import com.asta.common.Money;
import com.asta.products.rules.Discount;
import java.time.Instant;

/**
 * What a bill item was made of, in words.
 *
 * @param offerCode the offer whose version priced it; null for manual charges and usage
 * @param enteredBy who entered a manual charge
 * @param discount the discount of the offer version, for what a discount takes off
 * @param reduced the item that the discount reduces
 * @param spent what counted towards a minimum; null for other items
 */
public record ItemExplanation(
    BillItemRow item,
    String offerCode,
    Integer offerVersion,
    String offerNameEn,
    String offerNamePl,
    String enteredBy,
    Instant enteredAt,
    Discount discount,
    BillItemRow reduced,
    Money spent) {
  public String offerName(String language) {
    return "pl".equals(language) ? offerNamePl : offerNameEn;
  }
}
