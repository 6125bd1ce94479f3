package com.asta.payments.service;

import com.asta.payments.rules.CustomerClass;
import com.asta.payments.rules.DunningFacts;
import java.time.LocalDate;

/**
 * An account that dunning looks at, with the facts it decides from.
 *
 * @param shard with the id the place in the order in which a run reads
 * @param oldestDueOn due day of the oldest overdue item, null when nothing is overdue
 * @param barred dunning made its services unusable
 * @param dunned its case, null if it has none
 */
public record DunningCandidate(
    long accountId,
    long customerId,
    String accountNumber,
    String currency,
    int shard,
    LocalDate oldestDueOn,
    boolean barred,
    CaseOf dunned,
    DunningFacts facts) {

  /** The open case of an account; it keeps the policy it was opened with. */
  public record CaseOf(long id, long policyId, CustomerClass customerClass) {}

  /** The same account, on which billing holds dunning back. */
  DunningCandidate held() {
    DunningFacts paused =
        new DunningFacts(facts.overdue(), facts.dunnable(), facts.standing(), true);
    return new DunningCandidate(
        accountId, customerId, accountNumber, currency, shard, oldestDueOn, barred, dunned, paused);
  }

  int reached() {
    return facts.standing().reached();
  }
}
