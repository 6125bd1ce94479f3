package com.asta.charging.rules;

/** What a holiday means to a band of hours. */
public enum OnHolidays {
  /** A holiday counts as the weekday that it falls on. */
  AS_WEEKDAY,
  /** The band holds on holidays too, whatever weekday they fall on. */
  INCLUDED,
  /** The band does not hold on holidays. */
  EXCLUDED
}
