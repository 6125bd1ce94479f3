package com.asta.payments.rules;

/** Texts as banks send them: without control characters, with single spaces, bounded. */
final class Texts {
  static final int LONGEST_TEXT = 2_000;
  static final int LONGEST_NAME = 140;

  private Texts() {}

  static String clean(String text, int longest) {
    if (text == null) {
      return "";
    }
    String bounded = text.length() > 4 * longest ? text.substring(0, 4 * longest) : text;
    String plain = bounded.replaceAll("[\\p{Cntrl}\\s\\u00A0]+", " ").strip();
    return plain.length() > longest ? plain.substring(0, longest) : plain;
  }

  /** For fault messages: the beginning, so that a huge text does not follow a person around. */
  static String shortened(String text) {
    String plain = clean(text, 41);
    return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
  }
}
