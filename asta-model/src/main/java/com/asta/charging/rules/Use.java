package com.asta.charging.rules;

import com.asta.charging.rules.Rating.Rated;

/**
 * What a bucket must let in to pay for it.
 *
 * @param zone code of the zone, or an empty text
 * @param band code of the band of hours, or an empty text
 */
public record Use(ServiceKind service, String zone, String band) {
  /** The use that was priced; of a call over several bands, the first counts. */
  public static Use of(Rated rated) {
    String band = rated.rate().band();
    return new Use(rated.rate().service(), rated.explanation().zone(), band == null ? "" : band);
  }
}
