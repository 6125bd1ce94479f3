package com.asta.charging.service;

import com.asta.common.OperatorZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes up usage: what people of a small town do with their telephones in a month. */
final class DemoCalls {
  static final String HEADER = "event_time,subscriber,service,destination,units,event_key";

  private static final List<String> MOBILES =
      List.of("501", "512", "530", "604", "665", "793", "886");
  private static final List<String> LANDLINES = List.of("12", "22", "32", "58", "61", "71");
  private static final List<String> ABROAD =
      List.of("+4930", "+44207", "+380442", "+33142", "+1212555", "+91222");

  private final Random random;
  private final Instant before;
  private int number;

  /**
   * Starts a series.
   *
   * @param before nothing happens at or after this moment
   */
  DemoCalls(long seed, Instant before) {
    this.random = new Random(seed);
    this.before = before;
  }

  /** Lines of generic usage CSV for one subscriber in the month of a day, from that day on. */
  void month(StringBuilder csv, String subscriber, LocalDate first) {
    int talkativeness = 8 + random.nextInt(40);
    for (LocalDate day = first; day.getMonth() == first.getMonth(); day = day.plusDays(1)) {
      for (int calls = random.nextInt(talkativeness) / 10; calls > 0; calls--) {
        line(
            csv,
            day,
            subscriber,
            "VOICE",
            called(),
            8 + (long) (-180 * Math.log(1 - random.nextDouble())));
      }
      for (int messages = random.nextInt(talkativeness) / 14; messages > 0; messages--) {
        line(csv, day, subscriber, "MESSAGE", mobile(), 1);
      }
      if (random.nextInt(10) < 8) {
        long megabytes = 5 + (long) (-140 * Math.log(1 - random.nextDouble()));
        line(csv, day, subscriber, "DATA", "", megabytes * 1_048_576 + random.nextInt(1_048_576));
      }
    }
  }

  private void line(
      StringBuilder csv, LocalDate day, String subscriber, String service, String to, long units) {
    long second = 7 * 3600 + random.nextInt(16 * 3600);
    Instant at = OperatorZone.startOf(day).plusSeconds(second);
    number++;
    if (at.isBefore(before)) {
      String key = String.format(Locale.ROOT, "demo-%06d", number);
      csv.append(String.join(",", at.toString(), subscriber, service, to, "" + units, key))
          .append('\n');
    }
  }

  private String called() {
    int kind = random.nextInt(100);
    if (kind < 74) {
      return mobile();
    }
    return kind < 93
        ? pick(LANDLINES) + digits(7)
        : kind < 95 ? "800" + digits(6) : pick(ABROAD) + digits(6);
  }

  private String mobile() {
    return pick(MOBILES) + digits(6);
  }

  private String digits(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(random.nextInt(10));
    }
    return text.toString();
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
