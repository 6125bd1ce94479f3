package com.asta.payments;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what messages and jobs bring about. */
final class Eventually {
  private static final long PATIENCE_MILLIS = 60_000;

  private Eventually() {}

  static <T> T get(String what, Supplier<Optional<T>> look) {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (System.currentTimeMillis() < end) {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return fail("Waited in vain for " + what);
  }
}
