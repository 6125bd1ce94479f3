package com.asta.charging.event;

import com.asta.common.event.Event;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Usage of an account was priced again, and its stored totals changed.
 *
 * @param reRatingId the re-rating; with the account it names this fact
 * @param differences what changed; the sum of a month and VAT category is never zero
 */
public record UsageRerated(
    long reRatingId, long accountId, String currency, List<Difference> differences)
    implements Event {
  /**
   * What changed in a month.
   *
   * @param month first day of the calendar month of the usage
   * @param amount net, positive when the usage became dearer, at most 12 decimals
   */
  public record Difference(LocalDate month, String vatCategory, BigDecimal amount) {}

  public UsageRerated {
    differences = List.copyOf(differences);
  }
}
