package com.asta.charging.rules;

/** Reads numbers as networks write them into E.164 digits without the plus sign. */
public final class DialledNumber {
  private DialledNumber() {}

  /**
   * The number with its country code, or null when it holds no digits to dial.
   *
   * <p>{@code +48…} and {@code 0048…} are international; anything else is national and gets the
   * country code, a trunk 0 is dropped. Short codes (112) become country code + code too.
   *
   * @param countryCode digits, such as 48
   */
  public static String e164(String text, String countryCode) {
    if (text == null) {
      return null;
    }
    if (isInternational(text)) {
      return text.substring(1);
    }
    String trimmed = text.strip();
    boolean plus = trimmed.startsWith("+");
    StringBuilder digits = new StringBuilder(16);
    for (int i = plus ? 1 : 0; i < trimmed.length(); i++) {
      char c = trimmed.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c != ' ' && c != '-' && c != '(' && c != ')' && c != '.') {
        return null;
      }
    }
    String number = digits.toString();
    if (!plus && number.startsWith("00")) {
      number = number.substring(2);
    } else if (!plus && !(number.startsWith(countryCode) && number.length() > 10)) {
      number = countryCode + (number.startsWith("0") ? number.substring(1) : number);
    }
    boolean usable = number.length() >= 3 && number.length() <= 15 && number.charAt(0) != '0';
    return usable && !number.equals(countryCode) ? number : null;
  }

  /** Plus and digits, as most are written. */
  private static boolean isInternational(String text) {
    int length = text.length();
    if (length < 9 || length > 16 || text.charAt(0) != '+' || text.charAt(1) == '0') {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }
}
