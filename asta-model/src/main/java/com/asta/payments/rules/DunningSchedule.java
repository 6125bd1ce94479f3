package com.asta.payments.rules;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * When dunning starts by itself.
 *
 * @param runAt by the operator's clock; null if a person starts every run
 * @param since when that was said, by the same clock
 */
public record DunningSchedule(LocalTime runAt, LocalDateTime since) {

  /** True if a person starts every run. */
  public boolean isOff() {
    return runAt == null;
  }

  /**
   * Whether a run is to be started now. Who was away at the time catches up on the same day, not
   * later: the next day's run does what is left. A time that had passed when it was said counts
   * from the next day on.
   *
   * @param last the day of the last run that started by itself; null if there was none
   */
  public boolean isDue(LocalDateTime now, LocalDate last) {
    if (isOff()) {
      return false;
    }
    LocalDateTime moment = now.toLocalDate().atTime(runAt);
    return !now.isBefore(moment)
        && !moment.isBefore(since)
        && (last == null || last.isBefore(now.toLocalDate()));
  }
}
