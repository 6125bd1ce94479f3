package com.asta.payments.service;

import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.PrimitiveIterator.OfLong;
import java.util.stream.LongStream;

/** Ids for rows that are written in bulk, from the sequences that entities take theirs from. */
@ApplicationScoped
class Sequences {
  /** As entities and migrations say: a sequence's value ends a block of so many ids. */
  private static final int BLOCK = 50;

  @Inject private Database sql;

  /**
   * Takes at least so many ids, ascending, in one statement.
   *
   * @param sequence name with its schema
   */
  OfLong take(String sequence, int count) {
    if (count == 0) {
      return LongStream.empty().iterator();
    }
    return sql
        .rows(
            "select nextval('" + sequence + "') from generate_series(1, ?)",
            row -> row.getLong(1),
            (count + BLOCK - 1) / BLOCK)
        .stream()
        .sorted()
        .flatMapToLong(last -> LongStream.rangeClosed(last - BLOCK + 1, last))
        .iterator();
  }
}
