package com.asta.charging.service;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Columns of rows as array parameters of typed elements, which the driver sends in binary where it
 * can; for statements that {@code unnest} them.
 */
final class Columns {
  private Columns() {}

  static <T> Sql.ArrayOf bigints(Collection<T> rows, Function<T, Long> value) {
    return column("int8", rows, Long[]::new, value);
  }

  static <T> Sql.ArrayOf integers(Collection<T> rows, Function<T, Integer> value) {
    return column("int4", rows, Integer[]::new, value);
  }

  static <T> Sql.ArrayOf texts(Collection<T> rows, Function<T, String> value) {
    return column("text", rows, String[]::new, value);
  }

  /** Amounts travel as text; the statement casts them. */
  static <T> Sql.ArrayOf amounts(Collection<T> rows, Function<T, BigDecimal> value) {
    return column(
        "text",
        rows,
        String[]::new,
        row -> {
          BigDecimal amount = value.apply(row);
          return amount == null ? null : amount.toPlainString();
        });
  }

  static <T> Sql.ArrayOf instants(Collection<T> rows, Function<T, Instant> value) {
    return column(
        "text",
        rows,
        String[]::new,
        row -> {
          Instant instant = value.apply(row);
          return instant == null ? null : instant.toString();
        });
  }

  private static <T, E> Sql.ArrayOf column(
      String type, Collection<T> rows, IntFunction<E[]> array, Function<T, E> value) {
    E[] elements = array.apply(rows.size());
    int i = 0;
    for (T row : rows) {
      elements[i++] = value.apply(row);
    }
    return new Sql.ArrayOf(type, elements);
  }
}
