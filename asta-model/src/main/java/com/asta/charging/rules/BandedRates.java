package com.asta.charging.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** The rates of one service and zone: the plain one and those of bands of hours. */
final class BandedRates {
  private record Banded(TimeBand band, Rate rate) {}

  private final ZoneId clockZone;
  private final Rate plain;
  private final List<Banded> banded;

  BandedRates(ZoneId clockZone, List<Rate> rates, List<TimeBand> bands) {
    this.clockZone = clockZone;
    this.plain = rates.stream().filter(rate -> rate.band() == null).findFirst().orElse(null);
    this.banded =
        rates.stream()
            .filter(rate -> rate.band() != null)
            .flatMap(
                rate ->
                    bands.stream()
                        .filter(band -> band.code().equals(rate.band()))
                        .map(band -> new Banded(band, rate)))
            .toList();
  }

  boolean hasBands() {
    return !banded.isEmpty();
  }

  /** The rate at a moment, or null. */
  Rate at(Instant moment) {
    if (banded.isEmpty()) {
      return plain;
    }
    ZonedDateTime local = moment.atZone(clockZone);
    for (Banded candidate : banded) {
      if (candidate.band().contains(local.getDayOfWeek(), local.toLocalTime())) {
        return candidate.rate();
      }
    }
    return plain;
  }

  /** Seconds until another band may hold; correct over a change of the clocks. */
  long secondsUntilChange(Instant moment) {
    ZonedDateTime local = moment.atZone(clockZone);
    ZonedDateTime next = local.toLocalDate().plusDays(1).atStartOfDay(clockZone);
    for (Banded candidate : banded) {
      next = earlier(next, local, candidate.band().from());
      next = earlier(next, local, candidate.band().to());
    }
    Duration left = Duration.between(moment, next.toInstant());
    return Math.max(1, left.plusNanos(999_999_999).toSeconds());
  }

  private ZonedDateTime earlier(ZonedDateTime next, ZonedDateTime local, LocalTime time) {
    ZonedDateTime candidate = local.toLocalDate().atTime(time).atZone(clockZone);
    return candidate.isAfter(local) && candidate.isBefore(next) ? candidate : next;
  }
}
