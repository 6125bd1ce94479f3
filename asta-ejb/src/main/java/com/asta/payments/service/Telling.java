package com.asta.payments.service;

import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.StatementFormat;
import java.util.List;
import java.util.Map;

/**
 * What records entries of a file beside what they say themselves.
 *
 * @param statementIds by own account and the bank's identification
 * @param ids of the entries that are new, by position
 */
record Telling(
    long fileId,
    StatementFormat format,
    Map<List<String>, Long> statementIds,
    Map<Integer, Long> ids) {
  /** Under which number an entry that is new is recorded, whatever it turns out to be. */
  long idOf(StatementEntry entry) {
    return ids.get(entry.position());
  }

  /** The statement an entry stands in. */
  long statementOf(StatementEntry entry) {
    return statementIds.get(List.of(entry.account(), entry.statementId()));
  }
}
