package com.asta.payments.web;

import com.asta.common.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bounds how often anybody may tell what became of an order: each source address, so that one does
 * not shut the others out, and all of them together. Whoever was refused and was a provider tells
 * again; and the janitor asks the provider in any case.
 */
@ApplicationScoped
public class NoticeThrottle {
  private static final RateLimit OF_ONE =
      new RateLimit(
          Integer.getInteger("asta.gateway.notices.burst", 200),
          Integer.getInteger("asta.gateway.notices.per.second", 50));
  private static final RateLimit OF_ALL = new RateLimit(4 * OF_ONE.burst(), 4 * OF_ONE.perSecond());

  /** Addresses that are remembered; the one that was silent longest is forgotten first. */
  private static final class Sources extends LinkedHashMap<String, Long> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 10_000;

    Sources() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
      return size() > MOST;
    }
  }

  private final Sources sources = new Sources();
  private long all = System.nanoTime();

  /** Takes one call of a source; the seconds to wait if there were too many, else empty. */
  public synchronized Optional<Long> waitSeconds(String source) {
    long now = System.nanoTime();
    RateLimit.Answer own = OF_ONE.take(sources.getOrDefault(source, now), now);
    sources.put(source, own.fullAtNanos());
    if (!own.isGranted()) {
      return Optional.of(own.waitSeconds());
    }
    RateLimit.Answer together = OF_ALL.take(all, now);
    all = together.fullAtNanos();
    return together.isGranted() ? Optional.empty() : Optional.of(together.waitSeconds());
  }
}
