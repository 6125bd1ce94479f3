package com.asta.system.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of a run; written by benches inside and outside the server, one after the other. */
public final class BenchResults {
  /** System property, of the tests' JVM and of the server, that names the file. */
  public static final String FILE = "asta.bench.results";

  private BenchResults() {}

  /** Notes a value that was measured against nothing. */
  public static void add(String name, double value, String unit) {
    add(new BenchResult(name, value, unit, "", Double.NaN));
  }

  /**
   * Notes a value; a row of the same name is replaced.
   *
   * @param reference what was measured beside it in the same run, without commas
   * @param referenceValue in the same unit; the ratio is {@code value / referenceValue}
   */
  public static void add(
      String name, double value, String unit, String reference, double referenceValue) {
    add(new BenchResult(name, value, unit, reference, referenceValue));
  }

  private static void add(BenchResult result) {
    Path file = file();
    try {
      List<BenchResult> rows = new ArrayList<>(read(file));
      rows.removeIf(row -> row.name().equals(result.name()));
      rows.add(result);
      List<String> lines = new ArrayList<>();
      lines.add(BenchResult.HEADER);
      rows.forEach(row -> lines.add(row.line()));
      Files.createDirectories(file.getParent());
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows as aligned text; empty if nothing was measured. */
  public static String table() {
    try {
      List<BenchResult> rows = read(file());
      if (rows.isEmpty()) {
        return "";
      }
      StringBuilder table = new StringBuilder();
      append(table, List.of(BenchResult.HEADER.split(",")));
      rows.forEach(row -> append(table, row.fields()));
      return table.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(StringBuilder table, List<String> fields) {
    table.append("%-24s %12s %-14s %-56s %15s %8s%n".formatted(fields.toArray()));
  }

  private static Path file() {
    return Path.of(System.getProperty(FILE));
  }

  private static List<BenchResult> read(Path file) throws IOException {
    return Files.exists(file)
        ? Files.readAllLines(file).stream().skip(1).map(BenchResult::parse).toList()
        : List.of();
  }
}
