package com.asta.warehouse.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Decides which scanned serial numbers a receipt takes; one bad scan never stops the others. */
public final class ReceiptCheck {
  /** Why a scan was not taken. */
  public enum Rejection {
    /** Not the shape of this model's serial numbers. */
    WRONG_FORMAT,
    /** Scanned earlier in the same delivery. */
    SCANNED_TWICE,
    /** A device with this number is known already. */
    KNOWN
  }

  /** One scan; {@code rejection} is null if it was taken. */
  public record Line(String serialNumber, Rejection rejection) {
    public boolean isAccepted() {
      return rejection == null;
    }
  }

  private ReceiptCheck() {}

  /** The number as it is stored: capitals, without the spaces and hyphens of labels. */
  public static String normalised(String scanned) {
    return scanned == null ? "" : scanned.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  /** The numbers of a text with one scan a line; blank lines are none. */
  public static List<String> scans(String text) {
    return text == null
        ? List.of()
        : text.lines().map(ReceiptCheck::normalised).filter(scan -> !scan.isEmpty()).toList();
  }

  /**
   * Checks scans in their order.
   *
   * @param pattern regular expression of the model's serial numbers
   * @param known those of the numbers that are in the books already
   */
  public static List<Line> check(List<String> scans, Pattern pattern, Set<String> known) {
    Set<String> seen = new HashSet<>();
    List<Line> lines = new ArrayList<>(scans.size());
    for (String scan : scans) {
      String serial = normalised(scan);
      lines.add(new Line(serial, rejection(serial, pattern, known, !seen.add(serial))));
    }
    return lines;
  }

  private static Rejection rejection(
      String serial, Pattern pattern, Set<String> known, boolean twice) {
    if (!pattern.matcher(serial).matches()) {
      return Rejection.WRONG_FORMAT;
    } else if (twice) {
      return Rejection.SCANNED_TWICE;
    }
    return known.contains(serial) ? Rejection.KNOWN : null;
  }

  /** True if the text is a usable regular expression. */
  public static boolean isPattern(String text) {
    try {
      Pattern.compile(text);
      return !text.isBlank();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
