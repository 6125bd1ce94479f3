package com.asta.payments.rules;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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

  private References() {}

  /** The key of a number: accents dropped, capitals and digits kept, all else left out. */
  public static String key(String text) {
    if (text == null) {
      return "";
    }
    String plain =
        Normalizer.normalize(text.replace('ł', 'l').replace('Ł', 'L'), Normalizer.Form.NFD);
    return plain.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
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
      for (int end = start; end < Math.min(words.size(), start + MOST_WORDS); end++) {
        run.append(words.get(end));
        if (run.length() > LONGEST_KEY) {
          break;
        }
        if (run.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS) {
          keys.add(run.toString());
        }
      }
    }
    return keys;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String piece : text.split("[^\\p{L}\\p{N}]+")) {
      String key = key(piece);
      if (!key.isEmpty()) {
        words.add(key);
      }
    }
    return words;
  }
}
