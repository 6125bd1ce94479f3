package com.asta.payments.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Compares the names of payers, which banks print in any order, case and spelling of accents. */
final class Names {
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
    String plain =
        Normalizer.normalize(name.replace('ł', 'l').replace('Ł', 'L'), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toUpperCase(Locale.ROOT);
    for (String word : plain.split("[^A-Z0-9]+")) {
      if (word.length() > 1) {
        words.add(word);
      }
    }
    return words;
  }
}
