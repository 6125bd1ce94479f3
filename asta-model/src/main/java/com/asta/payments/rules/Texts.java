package com.asta.payments.rules;

import java.util.regex.Pattern;

/** Texts as banks send them: without control characters, with single spaces, bounded. */
final class Texts {
  static final int LONGEST_TEXT = 2_000;
  static final int LONGEST_NAME = 140;

  private static final Pattern DIRT = Pattern.compile("[\\p{Cntrl}\\s\\u00A0]+");

  private Texts() {}

  static String clean(String text, int longest) {
    if (text == null) {
      return "";
    }
    String bounded = text.length() > 4 * longest ? text.substring(0, 4 * longest) : text;
    String plain = isClean(bounded) ? bounded : DIRT.matcher(bounded).replaceAll(" ").strip();
    return plain.length() > longest ? plain.substring(0, longest) : plain;
  }

  private static boolean isClean(String text) {
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7F && c <= 0xA0 || c == ' ' && space) {
        return false;
      }
      space = c == ' ';
    }
    return text.isEmpty() || !Character.isWhitespace(text.charAt(text.length() - 1));
  }

  /** For fault messages: the beginning, so that a huge text does not follow a person around. */
  static String shortened(String text) {
    String plain = clean(text, 41);
    return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
  }
}
