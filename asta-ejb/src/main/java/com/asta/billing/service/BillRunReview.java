package com.asta.billing.service;

import com.asta.common.Money;
import java.util.List;

/**
 * How the bills of a run differ from the bills of the same accounts before.
 *
 * @param spread accounts by how much their bill changed, every bucket present, from much less to
 *     much more; without those that had no bill before
 * @param first accounts that had no bill before
 * @param totals what the others come to now and came to before, by currency
 */
public record BillRunReview(List<Bucket> spread, long first, List<Total> totals) {
  /** Upper ends of the buckets in percent; the last one is open. */
  static final List<Integer> ENDS = List.of(-50, -30, -10, 10, 30, 50);

  /**
   * Accounts whose bill changed by so many percent.
   *
   * @param from excluded; null for no lower end
   * @param to included; null for no upper end
   */
  public record Bucket(Integer from, Integer to, long accounts) {
    /** Far enough from the bill before that somebody should look. */
    public boolean isOutlying() {
      return to == null ? from >= LIMIT : from == null || to <= -LIMIT || from >= LIMIT;
    }
  }

  /** The percentage from which a change stands out. */
  public static final int LIMIT = 30;

  /** The sums of accounts that had a bill before. */
  public record Total(Money now, Money before) {
    public Money difference() {
      return now.minus(before);
    }
  }

  /** Accounts whose bill changed by more than {@link #LIMIT} percent. */
  public long outlying() {
    return spread.stream().filter(Bucket::isOutlying).mapToLong(Bucket::accounts).sum();
  }
}
