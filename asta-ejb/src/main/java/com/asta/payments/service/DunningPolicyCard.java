package com.asta.payments.service;

import com.asta.payments.rules.CustomerClass;
import com.asta.payments.rules.DunningLevel;
import com.asta.payments.rules.DunningPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A version of a dunning policy.
 *
 * @param validFrom null for a draft
 * @param validTo the day from which a later version is in force; null if there is none
 */
public record DunningPolicyCard(
    long id,
    CustomerClass customerClass,
    int version,
    LocalDate validFrom,
    LocalDate validTo,
    List<DunningLevel> levels,
    String createdBy,
    Instant publishedAt,
    String publishedBy) {
  public DunningPolicyCard {
    levels = List.copyOf(levels);
  }

  public boolean isDraft() {
    return validFrom == null;
  }

  /** True if cases that open on that day follow it. */
  public boolean isInForce(LocalDate day) {
    return validFrom != null
        && !validFrom.isAfter(day)
        && (validTo == null || validTo.isAfter(day));
  }

  DunningPolicy policy() {
    return new DunningPolicy(levels);
  }
}
