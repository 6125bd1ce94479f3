package com.asta.payments.rules;

import java.text.Normalizer;

/** Texts in the characters that every bank takes [EPC217, basic Latin]. */
final class BankText {
  private BankText() {}

  /** Accents dropped, other strangers replaced by a full stop, cut to its length. */
  static String plain(String text, int longest) {
    String latin =
        Normalizer.normalize(
                text == null ? "" : text.replace('ł', 'l').replace('Ł', 'L').replace("ß", "ss"),
                Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace('&', '+')
            .replaceAll("\\s+", " ")
            .replaceAll("[^A-Za-z0-9/\\-?:().,'+ ]", ".")
            .replaceAll("/{2,}", "/")
            .strip();
    String cut = latin.length() > longest ? latin.substring(0, longest).strip() : latin;
    return cut.isEmpty() ? "-" : cut;
  }
}
