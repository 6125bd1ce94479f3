package com.asta.payments.service;

import com.asta.payments.rules.Match;
import com.asta.payments.rules.Match.Matched;
import com.asta.payments.rules.StatementEntry;

/** A payment told by a statement, with the decision whose it is. */
record BulkPayment(StatementEntry entry, Match match, Telling telling) {
  long id() {
    return telling.idOf(entry);
  }

  /** Whose it is; null if a person has to look. */
  Long account() {
    return match instanceof Matched matched ? matched.accountId() : null;
  }
}
