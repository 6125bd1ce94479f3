package com.asta.payments.rules;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds document and account numbers in what payers type. A number is compared by its key: capital
 * letters and digits only, so that {@code FV/2026/11/000123}, {@code fv 2026-11-000123} and {@code
 * FV202611000123} are one.
 */
public final class References {
  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_KEY = 40;
  private static final int MOST_WORDS = 6;
  private static final int FEWEST_DIGITS = 3;
  private static final Pattern NOT_KEY = Pattern.compile("[^A-Z0-9]");

  private References() {}

  /** The key of a number: accents dropped, capitals and digits kept, all else left out. */
  public static String key(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder key = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return keyOfLetters(text);
      }
      if (c >= 'a' && c <= 'z') {
        key.append((char) (c - 'a' + 'A'));
      } else if (c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
        key.append(c);
      }
    }
    return key.toString();
  }

  private static String keyOfLetters(String text) {
    String plain =
        Normalizer.normalize(text.replace('ł', 'l').replace('Ł', 'L'), Normalizer.Form.NFD);
    return NOT_KEY.matcher(plain.toUpperCase(Locale.ROOT)).replaceAll("");
  }

  /**
   * The keys a free text may contain: every run of up to six neighbouring words that has three
   * digits or more.
   */
  public static Set<String> keysIn(String text) {
    Set<String> keys = new LinkedHashSet<>();
    if (text == null) {
      return keys;
    }
    List<String> words = words(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    for (int start = 0; start < words.size(); start++) {
      StringBuilder run = new StringBuilder();
      int digits = 0;
      for (int end = start; end < Math.min(words.size(), start + MOST_WORDS); end++) {
        run.append(words.get(end));
        if (run.length() > LONGEST_KEY) {
          break;
        }
        digits += digitsIn(words.get(end));
        if (digits >= FEWEST_DIGITS) {
          keys.add(run.toString());
        }
      }
    }
    return keys;
  }

  static int digitsIn(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        digits++;
      }
    }
    return digits;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      if (!isOfWords(c)) {
        addKey(words, text, start, at);
        start = next;
      }
      at = next;
    }
    addKey(words, text, start, text.length());
    return words;
  }

  private static void addKey(List<String> words, String text, int start, int end) {
    if (start < end) {
      String key = key(text.substring(start, end));
      if (!key.isEmpty()) {
        words.add(key);
      }
    }
  }

  /** Letters and numbers of any script. */
  private static boolean isOfWords(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.LETTER_NUMBER
        || Character.getType(c) == Character.OTHER_NUMBER;
  }
}
