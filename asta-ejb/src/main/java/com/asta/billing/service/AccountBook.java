package com.asta.billing.service;

import com.asta.billing.rules.UsageMonth;
import java.time.LocalDate;
import java.util.List;

/**
 * How far an account is billed.
 *
 * @param billedTo first day after its latest final bill; null without one
 * @param charged how far each price is charged
 * @param used what its final bills took of usage, those whose period begins on a day asked for or
 *     later
 * @param changeId the last change besides bills that is in it; 0 for none
 */
record AccountBook(
    LocalDate billedTo, List<Charged> charged, List<UsageMonth> used, long changeId) {
  static final AccountBook EMPTY = new AccountBook(null, List.of(), List.of(), 0);

  AccountBook charged(List<Charged> other) {
    return new AccountBook(billedTo, other, used, changeId);
  }
}
