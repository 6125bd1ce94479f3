package com.asta.billing.service;

import com.asta.billing.rules.TaxedBuyer;
import com.asta.common.service.Operator;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.service.AddressCard;
import com.asta.customers.service.CustomerCard;
import java.util.ArrayList;
import java.util.List;

/** Sellers and buyers as invoices show them. */
final class Buyers {
  private Buyers() {}

  static boolean isComplete(AddressCard card) {
    return missing(card).isEmpty();
  }

  /** What an invoice must show of its buyer and the customer lacks. */
  static String missing(AddressCard card) {
    if (card == null) {
      return "customer";
    }
    List<String> missing = new ArrayList<>();
    check(missing, "name", card.displayName());
    check(missing, "street", card.street());
    check(missing, "postal code", card.postalCode());
    check(missing, "city", card.city());
    check(missing, "country", card.country());
    return String.join(", ", missing);
  }

  private static void check(List<String> missing, String name, String value) {
    if (value == null || value.isBlank()) {
      missing.add(name);
    }
  }

  static TaxedBuyer taxed(AddressCard card, String vatId, String home) {
    return TaxedBuyer.of(card.kind() == CustomerKind.ORGANISATION, card.country(), vatId, home);
  }

  /** The buyer; a valid VAT id of another member state stands where the NIP would. */
  static Party buyer(CustomerCard card, String vatId) {
    return new Party(
        card.displayName(),
        card.street(),
        card.postalCode(),
        card.city(),
        card.country(),
        vatId == null ? card.nip() : vatId,
        card.email(),
        card.phone(),
        null,
        null);
  }

  static Party seller(Operator operator) {
    return new Party(
        operator.name(),
        operator.street(),
        operator.postalCode(),
        operator.city(),
        operator.country(),
        operator.nip(),
        operator.email(),
        operator.phone(),
        operator.iban(),
        operator.bankName());
  }
}
