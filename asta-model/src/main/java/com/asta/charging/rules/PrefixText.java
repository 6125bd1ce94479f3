package com.asta.charging.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Prefixes as people paste them: with or without plus or 00, apart by anything but digits.
 *
 * @param prefixes in the order of the text, each once
 * @param wrong what stands between and is no prefix
 */
public record PrefixText(List<String> prefixes, List<String> wrong) {
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;|\u00a0]+");

  public PrefixText {
    prefixes = List.copyOf(prefixes);
    wrong = List.copyOf(wrong);
  }

  /** Reads a pasted text of any length. */
  public static PrefixText read(String text) {
    Set<String> prefixes = new LinkedHashSet<>();
    List<String> wrong = new ArrayList<>();
    for (String each : BETWEEN.split(text == null ? "" : text.strip())) {
      String bare = each.startsWith("+") ? each.substring(1) : each;
      bare = bare.startsWith("00") ? bare.substring(2) : bare;
      if (Codes.isPrefix(bare)) {
        prefixes.add(bare);
      } else if (!each.isEmpty()) {
        wrong.add(each);
      }
    }
    return new PrefixText(List.copyOf(prefixes), wrong);
  }
}
