package com.asta.charging.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The wall clock of a zone as plain numbers; exact over changes of the clocks, 1970 to 2100. */
final class LocalClock {
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST =
      LocalDate.of(2101, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
  private static final int DAY_SECONDS = 86_400;

  private static final Map<ZoneId, LocalClock> KNOWN = new ConcurrentHashMap<>();

  private final long[] starts;
  private final int[] offsets;

  static LocalClock of(ZoneId zone) {
    return KNOWN.computeIfAbsent(zone, LocalClock::new);
  }

  private LocalClock(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    ZoneOffsetTransition next = rules.nextTransition(FIRST);
    while (next != null && next.getInstant().isBefore(LAST)) {
      changes.add(next);
      next = rules.nextTransition(next.getInstant());
    }
    starts = new long[changes.size() + 1];
    offsets = new int[changes.size() + 1];
    starts[0] = Long.MIN_VALUE;
    offsets[0] = rules.getOffset(FIRST).getTotalSeconds();
    for (int i = 0; i < changes.size(); i++) {
      starts[i + 1] = changes.get(i).toEpochSecond();
      offsets[i + 1] = changes.get(i).getOffsetAfter().getTotalSeconds();
    }
  }

  /** The stretch between two changes of the clocks that a second is in. */
  int stretch(long epochSecond) {
    int first = 0;
    int last = starts.length - 1;
    while (first < last) {
      int middle = (first + last + 1) >>> 1;
      if (starts[middle] <= epochSecond) {
        first = middle;
      } else {
        last = middle - 1;
      }
    }
    return first;
  }

  /** First second after a stretch. */
  long end(int stretch) {
    return stretch + 1 < starts.length ? starts[stretch + 1] : Long.MAX_VALUE;
  }

  /** Seconds of local time since 1970 on the wall clock. */
  long local(int stretch, long epochSecond) {
    return epochSecond + offsets[stretch];
  }

  static long epochDay(long local) {
    return Math.floorDiv(local, DAY_SECONDS);
  }

  static int secondOfDay(long local) {
    return Math.floorMod(local, DAY_SECONDS);
  }

  LocalDate day(long epochSecond) {
    return LocalDate.ofEpochDay(epochDay(local(stretch(epochSecond), epochSecond)));
  }
}
