package com.asta.charging.service;

import java.time.LocalDate;

/**
 * What an import remembers of who held a number from a day to a day; few words, for many numbers.
 */
record UsageHolder(
    long subscriptionId,
    long accountId,
    String tariffCode,
    boolean prepaid,
    LocalDate from,
    LocalDate to) {
  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || day.isBefore(to));
  }
}
