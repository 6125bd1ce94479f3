package com.asta.charging.service;

import com.asta.charging.rules.CdrLine;
import com.asta.charging.service.UsageStore.EventKey;
import com.asta.products.service.Subscriber;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What an import remembers from chunk to chunk, bounded however long its file is: who holds which
 * number, and the keys of chunks that may not be committed yet. Used by one thread at a time.
 */
public final class UsageRun {
  private static final int MOST_NUMBERS = 1 << 17;
  private static final int AT_ONCE = 10_000;
  private static final long FRESH_NANOS = 60_000_000_000L;

  /** One chunk is being stored, one waits, one is being prepared. */
  private static final int CHUNKS_UNDER_WAY = 3;

  private final UsageFileRow file;
  private final Map<String, List<UsageHolder>> holders = new HashMap<>();

  /** Tariff codes and days, each kept once. */
  private final Map<Object, Object> once = new HashMap<>();

  private final Deque<Set<EventKey>> recent = new ArrayDeque<>();
  private long since = System.nanoTime();

  UsageRun(UsageFileRow file) {
    this.file = file;
  }

  /** The file as it was when the run began. */
  public UsageFileRow file() {
    return file;
  }

  /**
   * Makes known who held the subscribers' numbers when; each is looked up once a minute at most.
   *
   * @param lookup answers for service ids, which are numbers with their plus or logins
   */
  void learn(
      List<UsageLine> lines, Function<Collection<String>, Map<String, List<Subscriber>>> lookup) {
    if (System.nanoTime() - since > FRESH_NANOS || holders.size() > MOST_NUMBERS) {
      holders.clear();
      since = System.nanoTime();
    }
    List<String> missing = new ArrayList<>();
    for (UsageLine line : lines) {
      String subscriber = ((CdrLine.Usage) line.content()).subscriber();
      if (holders.putIfAbsent(subscriber, List.of()) == null) {
        missing.add(subscriber);
      }
    }
    for (int from = 0; from < missing.size(); from += AT_ONCE) {
      List<String> some = missing.subList(from, Math.min(missing.size(), from + AT_ONCE));
      Map<String, List<Subscriber>> found =
          lookup.apply(some.stream().map(UsageRun::serviceId).toList());
      for (String subscriber : some) {
        List<Subscriber> history = found.getOrDefault(serviceId(subscriber), List.of());
        holders.put(subscriber, history.stream().map(this::holder).toList());
      }
    }
  }

  /** Who held the number of a subscriber that was learnt, on a day; null if nobody. */
  UsageHolder holder(String subscriber, LocalDate day) {
    for (UsageHolder each : holders.get(subscriber)) {
      if (each.holdsOn(day)) {
        return each;
      }
    }
    return null;
  }

  private UsageHolder holder(Subscriber subscriber) {
    return new UsageHolder(
        subscriber.subscriptionId(),
        subscriber.accountId(),
        once(subscriber.tariffCode()),
        subscriber.prepaid(),
        once(subscriber.from()),
        once(subscriber.to()));
  }

  @SuppressWarnings("unchecked")
  private <T> T once(T value) {
    return value == null ? null : (T) once.computeIfAbsent(value, same -> same);
  }

  /** Numbers are kept with their plus, logins as they are. */
  static String serviceId(String subscriber) {
    char first = subscriber.charAt(0);
    return first >= '1' && first <= '9' ? "+" + subscriber : subscriber;
  }

  /** Whether a chunk that may not be committed yet has the event. */
  boolean isUnderWay(EventKey key) {
    for (Set<EventKey> chunk : recent) {
      if (chunk.contains(key)) {
        return true;
      }
    }
    return false;
  }

  void underWay(Set<EventKey> chunk) {
    recent.addLast(chunk);
    if (recent.size() > CHUNKS_UNDER_WAY) {
      recent.removeFirst();
    }
  }
}
