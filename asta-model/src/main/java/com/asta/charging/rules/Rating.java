package com.asta.charging.rules;

import java.math.BigDecimal;
import java.util.List;

/** The outcome of rating: a price that explains itself, or the reason why there is none. */
public sealed interface Rating {
  /** Why an event has no price; it is never free instead. */
  enum Unratable {
    UNRATED_DESTINATION,
    UNRATED_SERVICE
  }

  /**
   * A priced event.
   *
   * @param amount net, at most 12 decimals, rounded as the tariff says
   * @param counters what to add to the counters of the subscription
   * @param crossed thresholds of fair use that the event reached
   */
  record Rated(
      Rate rate,
      BigDecimal amount,
      List<CounterUse> counters,
      List<Crossing> crossed,
      Explanation explanation)
      implements Rating {
    /** Units that buckets paid for. */
    public long paidUnits() {
      for (PricePart part : explanation.parts()) {
        if (part instanceof PricePart.Paid paid) {
          return paid.units();
        }
      }
      return 0;
    }
  }

  /** An event the tariff has no price for. */
  record Unrated(Unratable reason, String detail) implements Rating {}
}
