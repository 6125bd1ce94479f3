package com.asta.billing.service;

import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes what a bill run made of its accounts. */
@ApplicationScoped
class AccountStates {
  @Inject private Database sql;

  /**
   * Writes what became of accounts of the run.
   *
   * @return the drafts that accounts got from an earlier trial of the run, by account
   * @throws IllegalStateException if one is not in the run
   */
  Map<Long, Long> record(long runId, List<AccountState> states) {
    Map<Boolean, List<AccountState>> drafted =
        states.stream().collect(Collectors.partitioningBy(state -> state.billId() != null));
    Map<Long, Long> replaced = new HashMap<>();
    int recorded =
        recordDrafted(runId, drafted.get(true), replaced)
            + recordOthers(runId, drafted.get(false), replaced);
    if (recorded != states.size()) {
      throw new IllegalStateException(
          "Run " + runId + " has " + recorded + " of " + states.size() + " accounts");
    }
    return replaced;
  }

  private int recordDrafted(long runId, List<AccountState> states, Map<Long, Long> replaced) {
    if (states.isEmpty()) {
      return 0;
    }
    SortedMap<Long, Long> drafts = new TreeMap<>();
    states.forEach(state -> drafts.put(state.accountId(), state.billId()));
    return replaced(
        "update billing.bill_run_account set status = 'DRAFTED', reason = null, detail = null,"
            + " bill_id = "
            + Database.valueOf("account_id")
            + " where run_id = ? and account_id = any (?) returning account_id, old.bill_id",
        replaced,
        drafts.values(),
        drafts.keySet(),
        runId,
        drafts.keySet());
  }

  /**
   * Those without a draft, each found by its key. The database shall not know the run while it
   * plans: its statistics have never heard of it, and so little as they expect of it they would
   * rather read whole, for every chunk.
   */
  private int recordOthers(long runId, List<AccountState> states, Map<Long, Long> replaced) {
    if (states.isEmpty()) {
      return 0;
    }
    return replaced(
        "update billing.bill_run_account a set status = s.status, reason = s.reason,"
            + " detail = s.detail, bill_id = null from (select ?::bigint as run_id, u.*"
            + " from unnest(?::bigint[], ?::text[], ?::text[], ?::text[])"
            + " u (account_id, status, reason, detail) offset 0) s"
            + " where a.run_id = s.run_id and a.account_id = s.account_id"
            + " returning a.account_id, old.bill_id",
        replaced,
        runId,
        states.stream().map(AccountState::accountId).toList(),
        texts(states, AccountState::status),
        texts(states, s -> s.reason() == null ? null : s.reason().name()),
        texts(states, AccountState::detail));
  }

  /** Collects the drafts of before by account; returns how many accounts were written. */
  private int replaced(String update, Map<Long, Long> replaced, Object... arguments) {
    return sql.rows(
            update,
            row -> {
              Long before = Database.longOrNull(row, "bill_id");
              return before == null ? null : replaced.put(row.getLong("account_id"), before);
            },
            arguments)
        .size();
  }

  private static String[] texts(List<AccountState> states, Function<AccountState, String> text) {
    return states.stream().map(text).toArray(String[]::new);
  }
}
