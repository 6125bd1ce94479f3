package com.asta.payments.rules;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a provider is asked again about what is open: soon at first, then ever more seldom, and
 * after about three days not at all, which a person then sees.
 */
public final class AskSchedule {
  private static final List<Duration> DELAYS =
      List.of(
          Duration.ofSeconds(20),
          Duration.ofSeconds(40),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(16),
          Duration.ofHours(20),
          Duration.ofHours(20));

  private AskSchedule() {}

  /** How long to wait after having asked so often; empty when it is given up. */
  public static Optional<Duration> after(int asked) {
    if (asked < 0) {
      throw new IllegalArgumentException("Asked " + asked + " times");
    }
    return asked < DELAYS.size() ? Optional.of(DELAYS.get(asked)) : Optional.empty();
  }
}
