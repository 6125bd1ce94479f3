package com.asta.marketing.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * The Net Promoter Score of answers 0 to 10: share of promoters (9, 10) less share of detractors (0
 * to 6), in points from -100 to 100.
 *
 * @param passives those who gave 7 or 8
 */
public record NetPromoter(long promoters, long passives, long detractors) {
  private static final int PROMOTER = 9;
  private static final int PASSIVE = 7;

  /** Counts answers given as number → how many gave it. */
  public static NetPromoter of(Map<Integer, Long> counts) {
    long promoters = 0;
    long passives = 0;
    long detractors = 0;
    for (var entry : counts.entrySet()) {
      int given = entry.getKey();
      if (given < 0 || given > 10) {
        throw new IllegalArgumentException("Not an answer of 0 to 10: " + given);
      }
      if (given >= PROMOTER) {
        promoters += entry.getValue();
      } else if (given >= PASSIVE) {
        passives += entry.getValue();
      } else {
        detractors += entry.getValue();
      }
    }
    return new NetPromoter(promoters, passives, detractors);
  }

  public long answers() {
    return promoters + passives + detractors;
  }

  /** The score, rounded half-up to a whole point; 0 without answers. */
  public int score() {
    return answers() == 0
        ? 0
        : BigDecimal.valueOf(100 * (promoters - detractors))
            .divide(BigDecimal.valueOf(answers()), 0, RoundingMode.HALF_UP)
            .intValueExact();
  }
}
