package com.asta.payments.rules;

import com.asta.payments.rules.StatementFault.Reason;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/** The lines of a text, one at a time; a line longer than any bank's is refused. */
final class TextLines implements AutoCloseable {
  private static final int LONGEST_LINE = 100_000;

  private final Reader in;
  private final char[] buffer = new char[1 << 13];
  private int from;
  private int until;
  private int number;

  TextLines(Reader in) {
    this.in = in;
  }

  /** The next line without its end, null behind the last. */
  String next() {
    StringBuilder line = new StringBuilder();
    boolean any = false;
    while (true) {
      if (from == until && !fill()) {
        return any ? ended(line) : null;
      }
      any = true;
      char c = buffer[from++];
      if (c == '\n') {
        return ended(line);
      }
      if (line.length() >= LONGEST_LINE) {
        throw new StatementFault(Reason.TOO_LARGE, "line " + (number + 1));
      }
      line.append(c);
    }
  }

  /** The number of the line read last, from 1. */
  int number() {
    return number;
  }

  private String ended(StringBuilder line) {
    number++;
    int end = line.length();
    if (end > 0 && line.charAt(end - 1) == '\r') {
      line.setLength(end - 1);
    }
    if (number == 1 && line.length() > 0 && line.charAt(0) == '\uFEFF') {
      line.deleteCharAt(0);
    }
    return line.toString();
  }

  private boolean fill() {
    try {
      from = 0;
      until = Math.max(0, in.read(buffer));
      return until > 0;
    } catch (IOException broken) {
      throw new UncheckedIOException("Line " + (number + 1), broken);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
