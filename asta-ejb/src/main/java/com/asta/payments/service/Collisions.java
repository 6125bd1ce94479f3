package com.asta.payments.service;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Two imports that tell the same entries at the same time: the unique key of entries refuses the
 * one that comes later, or the database ends their waiting for each other. It begins again, and
 * then sees what the first has recorded.
 */
final class Collisions {
  private static final Set<String> COLLIDED = Set.of("23505", "40P01");
  private static final int TRIES = 5;

  private Collisions() {}

  /**
   * Does work that has a transaction of its own, several times if need be.
   *
   * @throws RuntimeException as the work, for any other reason or the last time
   */
  static <T> T again(Supplier<T> work) {
    for (int left = TRIES - 1; ; left--) {
      try {
        return work.get();
      } catch (RuntimeException failure) {
        if (left == 0 || !collided(failure)) {
          throw failure;
        }
      }
    }
  }

  private static boolean collided(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused && COLLIDED.contains(refused.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
