package com.asta.charging.rules;

import java.util.ArrayList;
import java.util.List;

/** Splits one line of RFC 4180 CSV; a line never spans two, so that garbage stays where it is. */
final class CsvFields {
  private CsvFields() {}

  /** The fields without their quotes, or null when a quote is left open or text follows one. */
  static List<String> split(String line, char separator) {
    List<String> fields = new ArrayList<>(20);
    StringBuilder field = new StringBuilder();
    int i = 0;
    int length = line.length();
    while (true) {
      field.setLength(0);
      if (i < length && line.charAt(i) == '"') {
        i = quoted(line, i + 1, field);
        if (i < 0 || i < length && line.charAt(i) != separator) {
          return null;
        }
      } else {
        while (i < length && line.charAt(i) != separator) {
          field.append(line.charAt(i++));
        }
      }
      fields.add(field.toString());
      if (i >= length) {
        return fields;
      }
      i++;
    }
  }

  private static int quoted(String line, int start, StringBuilder field) {
    int i = start;
    while (i < line.length()) {
      char c = line.charAt(i++);
      if (c != '"') {
        field.append(c);
      } else if (i < line.length() && line.charAt(i) == '"') {
        field.append('"');
        i++;
      } else {
        return i;
      }
    }
    return -1;
  }
}
