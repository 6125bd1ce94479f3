package com.asta.billing.rules;

import com.asta.common.Money;
import java.util.Optional;

/**
 * The text of the QR code by which Polish banking applications fill in a transfer (recommendation
 * of the Polish Bank Association on 2D codes, 2013-12-03): tax number, country, account, amount in
 * grosze, name, title and three reserved fields.
 */
public final class PaymentCode {
  private static final int NAME_LENGTH = 20;
  private static final int TITLE_LENGTH = 32;
  private static final int AMOUNT_DIGITS = 6;

  private PaymentCode() {}

  /** The code's text; empty unless the account is Polish and there are złoty to pay. */
  public static Optional<String> text(
      String nip, String iban, Money amount, String name, String title) {
    if (iban == null
        || !iban.matches("PL\\d{26}")
        || !"PLN".equals(amount.currency())
        || !amount.rounded().isPositive()) {
      return Optional.empty();
    }
    String grosze = amount.rounded().amount().movePointRight(2).toBigInteger().toString();
    return Optional.of(
        String.join(
            "|",
            nip == null ? "" : nip.replaceAll("\\D", ""),
            "PL",
            iban.substring(2),
            "0".repeat(Math.max(0, AMOUNT_DIGITS - grosze.length())) + grosze,
            cut(name, NAME_LENGTH),
            cut(title, TITLE_LENGTH),
            "",
            "",
            ""));
  }

  private static String cut(String text, int length) {
    String plain = text.replace('|', ' ').strip();
    return plain.length() <= length ? plain : plain.substring(0, length).strip();
  }
}
