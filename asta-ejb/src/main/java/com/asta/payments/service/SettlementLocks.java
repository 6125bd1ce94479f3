package com.asta.payments.service;

import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The locks of everything that a file of the bank changes, taken before anything is changed and in
 * one order for all: first the groups of direct debits by their ids, then the accounts by theirs.
 * So two files at once wait for each other, and never each for the other.
 */
@ApplicationScoped
class SettlementLocks {
  @Inject private Database sql;
  @Inject private PaymentRows rows;

  /**
   * What a file names.
   *
   * @param groups of direct debits that are answered as a whole: all they wait for
   * @param collections single direct debits
   * @param refundBatches answered as a whole
   * @param refunds single ones
   * @param accounts whose customers' payments come or go
   */
  record Named(
      Set<Long> groups,
      Set<Long> collections,
      Set<Long> refundBatches,
      Set<Long> refunds,
      Set<Long> accounts) {
    Named() {
      this(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    }
  }

  /** Waits for all that is named; it is held until the transaction ends. */
  void take(Named named) {
    Set<Long> groups = new HashSet<>(named.groups());
    groups.addAll(
        ids(
            "select distinct group_id from payments.collection where id = any (?)"
                + " and group_id is not null",
            named.collections()));
    ids("select id from payments.debit_group where id = any (?) order by id for update", groups);
    Set<Long> accounts = new HashSet<>(named.accounts());
    accounts.addAll(
        ids(
            "select account_id from payments.collection where group_id = any (?)"
                + " and state in ('SUBMITTED', 'ACCEPTED')",
            named.groups()));
    accounts.addAll(
        ids("select account_id from payments.collection where id = any (?)", named.collections()));
    accounts.addAll(
        ids(
            "select account_id from payments.refund where batch_id = any (?)",
            named.refundBatches()));
    accounts.addAll(
        ids("select account_id from payments.refund where id = any (?)", named.refunds()));
    rows.lockedAccounts(accounts);
  }

  private Collection<Long> ids(String query, Set<Long> of) {
    return of.isEmpty() ? Set.of() : sql.rows(query, row -> row.getLong(1), of);
  }
}
