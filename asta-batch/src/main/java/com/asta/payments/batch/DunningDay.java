package com.asta.payments.batch;

import com.asta.common.service.SystemCaller;
import com.asta.payments.service.DunningService;
import java.time.LocalDate;

/** Reads the job's parameter: a day, or {@code today}. */
final class DunningDay {
  private DunningDay() {}

  static LocalDate of(String asOf, DunningService dunning, SystemCaller system) {
    return "today".equals(asOf) ? system.call(dunning::today) : LocalDate.parse(asOf);
  }
}
