package com.asta.charging.rules;

import java.util.ArrayList;
import java.util.List;

/** Splits one line of RFC 4180 CSV; a line never spans two, so that garbage stays where it is. */
final class CsvFields {
  private CsvFields() {}

  /** The fields without their quotes, or null when a quote is left open or text follows one. */
  static List<String> split(String line, char separator) {
    List<String> fields = new ArrayList<>(20);
    int length = line.length();
    int i = 0;
    while (true) {
      if (i < length && line.charAt(i) == '"') {
        StringBuilder field = new StringBuilder();
        i = quoted(line, i + 1, field);
        if (i < 0 || i < length && line.charAt(i) != separator) {
          return null;
        }
        fields.add(field.toString());
      } else {
        int end = line.indexOf(separator, i);
        end = end < 0 ? length : end;
        fields.add(line.substring(i, end));
        i = end;
      }
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
