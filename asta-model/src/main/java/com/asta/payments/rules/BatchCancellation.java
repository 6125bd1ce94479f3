package com.asta.payments.rules;

import com.asta.common.Money;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a batch of direct debits can be taken back, and by how many people. Its file must be
 * written, and the bank must have said nothing of it or refused all of it: whatever else the bank
 * said, it has the file and collects.
 */
public final class BatchCancellation {
  private BatchCancellation() {}

  /** Why a batch cannot be taken back. */
  public enum Obstacle {
    NOT_WRITTEN,
    /** The bank took something of it in. */
    WITH_BANK
  }

  /**
   * What keeps a batch from being taken back; empty if nothing does.
   *
   * @param items collections of the batch by their state
   * @param credited the bank credited more for it than it took back
   */
  public static Optional<Obstacle> obstacle(Map<CollectionState, Long> items, boolean credited) {
    long all = items.values().stream().mapToLong(Long::longValue).sum();
    if (all == 0 || items.getOrDefault(CollectionState.PENDING, 0L) > 0) {
      return Optional.of(Obstacle.NOT_WRITTEN);
    }
    boolean unheard = items.getOrDefault(CollectionState.SUBMITTED, 0L) == all;
    boolean refused = items.getOrDefault(CollectionState.REJECTED, 0L) == all;
    return credited || !unheard && !refused ? Optional.of(Obstacle.WITH_BANK) : Optional.empty();
  }

  /**
   * Whether a second person decides: what is debited twice by mistake is somebody's money.
   *
   * @param total null if the batch is in several currencies
   * @param limit up to which one person decides
   */
  public static boolean needsSecond(Money total, Money limit) {
    return total == null
        || !total.currency().equals(limit.currency())
        || total.compareTo(limit) > 0;
  }
}
