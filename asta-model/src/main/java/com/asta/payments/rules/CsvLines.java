package com.asta.payments.rules;

import com.asta.payments.rules.StatementFault.Reason;
import java.util.ArrayList;
import java.util.List;

/** Rows of a text with separators: RFC 4180 quotes, a quoted value may go over lines. */
final class CsvLines implements AutoCloseable {
  private static final int MOST_FIELDS = 500;
  private static final int LONGEST_ROW = 100_000;

  private final TextLines lines;
  private final char separator;

  CsvLines(TextLines lines, char separator) {
    this.lines = lines;
    this.separator = separator;
  }

  int number() {
    return lines.number();
  }

  /** The values of the next row that is not blank, null behind the last. */
  List<String> next() {
    String line = lines.next();
    while (line != null && line.isBlank()) {
      line = lines.next();
    }
    if (line == null) {
      return null;
    }
    StringBuilder row = new StringBuilder(line);
    while (open(row)) {
      String more = lines.next();
      if (more == null || row.length() > LONGEST_ROW) {
        throw new StatementFault(
            more == null ? Reason.BAD_VALUE : Reason.TOO_LARGE, "\" line " + lines.number());
      }
      row.append('\n').append(more);
    }
    return split(row);
  }

  private static boolean open(CharSequence row) {
    return row.chars().filter(c -> c == '"').count() % 2 == 1;
  }

  private List<String> split(CharSequence row) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (c == '"') {
        if (quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
          value.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == separator && !quoted) {
        values.add(value.toString().strip());
        value.setLength(0);
        if (values.size() > MOST_FIELDS) {
          throw new StatementFault(Reason.TOO_LARGE, "line " + lines.number());
        }
      } else {
        value.append(c);
      }
    }
    values.add(value.toString().strip());
    return values;
  }

  @Override
  public void close() {
    lines.close();
  }
}
