package com.asta.payments.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compares the names of payers, which banks print in any order, case and spelling of accents. */
final class Names {
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern NOT_OF_WORDS = Pattern.compile("[^A-Z0-9]+");

  private Names() {}

  /** 0 (nothing in common) to 100 (the same words), by the share of common words. */
  static int similarity(String one, String other) {
    Set<String> left = words(one);
    Set<String> right = words(other);
    if (left.isEmpty() || right.isEmpty()) {
      return 0;
    }
    Set<String> common = new TreeSet<>(left);
    common.retainAll(right);
    return 100 * common.size() / Math.max(left.size(), right.size());
  }

  private static Set<String> words(String name) {
    Set<String> words = new TreeSet<>();
    if (name == null) {
      return words;
    }
    for (String word : NOT_OF_WORDS.split(plain(name).toUpperCase(Locale.ROOT))) {
      if (word.length() > 1) {
        words.add(word);
      }
    }
    return words;
  }

  /** Without accents. */
  private static String plain(String name) {
    String letters =
        Normalizer.normalize(name.replace('ł', 'l').replace('Ł', 'L'), Normalizer.Form.NFD);
    return MARKS.matcher(letters).replaceAll("");
  }
}
