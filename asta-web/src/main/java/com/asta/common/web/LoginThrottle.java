package com.asta.common.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/** Closes a login name for a minute after five wrong passwords in a row. */
@ApplicationScoped
public class LoginThrottle {
  private static final int TRIES = 5;
  private static final int REMEMBERED = 10_000;
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private record Failures(int count, Instant last) {}

  @Inject private Clock clock;

  private final ConcurrentHashMap<String, Failures> failures = new ConcurrentHashMap<>();

  boolean isClosed(String name) {
    Failures known = failures.get(name);
    return known != null
        && known.count() >= TRIES
        && clock.instant().isBefore(known.last().plus(PAUSE));
  }

  void failed(String name) {
    if (failures.size() > REMEMBERED) {
      Instant old = clock.instant().minus(PAUSE);
      failures.values().removeIf(each -> each.last().isBefore(old));
    }
    failures.merge(
        name,
        new Failures(1, clock.instant()),
        (known, one) ->
            clock.instant().isAfter(known.last().plus(PAUSE))
                ? one
                : new Failures(known.count() + 1, one.last()));
  }

  void succeeded(String name) {
    failures.remove(name);
  }
}
