package com.asta.customers.rules;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings what is stored and what people type to one form: lower case, without diacritics, words of
 * letters and digits. {@code Łódź-Śródmieście} becomes {@code lodz srodmiescie}.
 */
public final class SearchText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9+()\\s./-]*[0-9][0-9+()\\s./-]*");

  private SearchText() {}

  /** The words of a text in the common form, separated by one space; empty for null. */
  public static String normalised(String text) {
    if (text == null) {
      return "";
    }
    String plain =
        MARKS
            .matcher(Normalizer.normalize(text, Form.NFD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace('ł', 'l')
            .replace('ø', 'o')
            .replace('đ', 'd')
            .replace("ß", "ss");
    return SEPARATORS.matcher(plain).replaceAll(" ").strip();
  }

  /**
   * What is stored to be searched: the normalised parts, and each part that is a number (telephone,
   * NIP, postal code) once more as its bare digits.
   */
  public static String stored(Collection<String> parts) {
    Set<String> words = new LinkedHashSet<>();
    for (String part : parts) {
      if (Objects.requireNonNullElse(part, "").isBlank()) {
        continue;
      }
      words.add(normalised(part));
      if (NUMBER.matcher(part).matches()) {
        words.add(digits(part));
      }
    }
    return String.join(" ", words);
  }

  /**
   * The words that must all occur in the stored text for it to be a hit. A query that is one number
   * is one word: {@code 501 234-567} looks for {@code 501234567}.
   */
  public static List<String> words(String query) {
    if (query == null || query.isBlank()) {
      return List.of();
    }
    if (NUMBER.matcher(query.strip()).matches()) {
      return List.of(digits(query).replaceFirst("^00", ""));
    }
    List<String> words = new ArrayList<>(Arrays.asList(normalised(query).split(" ")));
    words.removeIf(String::isEmpty);
    return words;
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }
}
