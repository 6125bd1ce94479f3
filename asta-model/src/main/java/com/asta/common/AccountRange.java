package com.asta.common;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * Neighbouring accounts, by their ids, that a job goes through together.
 *
 * @param after accounts up to this id are not in it
 * @param last accounts up to this id are in it
 */
public record AccountRange(long after, long last) implements Serializable {
  /**
   * Divides accounts into ranges of as many each, which together hold every id there can be.
   *
   * @param accounts how many there are
   * @param idAt the id of the account at a place of their order, from 0
   */
  public static List<AccountRange> divide(int parts, long accounts, LongUnaryOperator idAt) {
    List<AccountRange> ranges = new ArrayList<>();
    long after = Long.MIN_VALUE;
    for (int part = 1; part <= parts; part++) {
      long until = accounts * part / parts;
      long last = part == parts ? Long.MAX_VALUE : until == 0 ? after : idAt.applyAsLong(until - 1);
      ranges.add(new AccountRange(after, last));
      after = last;
    }
    return ranges;
  }
}
