package com.asta.system.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * One row of the table.
 *
 * @param reference what the value is measured against in the same run; empty if against nothing
 * @param referenceValue in the unit of the value; not a number without a reference
 */
record BenchResult(
    String name, double value, String unit, String reference, double referenceValue) {
  private static final MathContext DIGITS = new MathContext(4);

  static final String HEADER = "name,value,unit,reference,reference_value,ratio";

  BenchResult {
    for (String text : List.of(name, unit, reference)) {
      if (text.contains(",") || text.contains("\"") || text.contains("\n")) {
        throw new IllegalArgumentException("A bench's texts need no quotes, was: " + text);
      }
    }
  }

  static BenchResult parse(String line) {
    String[] fields = line.split(",", -1);
    return new BenchResult(fields[0], number(fields[1]), fields[2], fields[3], number(fields[4]));
  }

  String line() {
    return String.join(",", fields());
  }

  /** The columns of the header, as texts. */
  List<String> fields() {
    return List.of(
        name, text(value), unit, reference, text(referenceValue), text(value / referenceValue));
  }

  private static double number(String text) {
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  private static String text(double number) {
    return Double.isFinite(number)
        ? new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString()
        : "";
  }
}
