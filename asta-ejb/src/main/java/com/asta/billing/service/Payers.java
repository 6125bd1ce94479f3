package com.asta.billing.service;

import com.asta.billing.rules.PaidCharges;
import com.asta.billing.rules.PayerRule;
import com.asta.billing.rules.PayerSplit;
import com.asta.common.Money;
import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who pays for whom. */
@ApplicationScoped
class Payers {
  private static final String RULES =
      "select r.*, a.currency from billing.payer_rule r"
          + " join billing.billing_account a on a.account_id = r.account_id";

  @Inject private Database sql;

  /** The rules that the bills of some accounts are made by. */
  record Rules(Map<Long, PayerSplit> splits, Map<Long, Set<Long>> payees) {
    /** Who pays the charges of an account. */
    PayerSplit split(long accountId) {
      PayerSplit split = splits.get(accountId);
      return split == null ? new PayerSplit(accountId, List.of()) : split;
    }

    /** For which accounts an account pays something. */
    Set<Long> payeesOf(long accountId) {
      return payees.getOrDefault(accountId, Set.of());
    }

    /** The accounts, and those they pay for. */
    Collection<Long> withPayees(Collection<Long> accountIds) {
      if (payees.isEmpty()) {
        return accountIds;
      }
      Set<Long> all = new TreeSet<>(accountIds);
      accountIds.forEach(id -> all.addAll(payeesOf(id)));
      return all;
    }
  }

  /** All rules by which the accounts pay or are paid for, by a query or two. */
  Rules of(Collection<Long> accountIds) {
    Set<Long> asked = new HashSet<>(accountIds);
    Map<Long, Set<Long>> payees = new HashMap<>();
    Map<Long, List<PayerRule>> byOwner = new HashMap<>();
    Set<Long> others = new TreeSet<>();
    List<PayerRule> rules =
        sql.rows(
            RULES + " where r.account_id = any (?) or r.payer_account_id = any (?) order by r.id",
            Payers::rule,
            accountIds,
            accountIds);
    for (PayerRule rule : rules) {
      if (asked.contains(rule.payerAccountId())) {
        payees.computeIfAbsent(rule.payerAccountId(), id -> new TreeSet<>()).add(rule.accountId());
      }
      if (asked.contains(rule.accountId())) {
        byOwner.computeIfAbsent(rule.accountId(), id -> new ArrayList<>()).add(rule);
      } else {
        others.add(rule.accountId());
      }
    }
    if (!others.isEmpty()) {
      sql.rows(RULES + " where r.account_id = any (?) order by r.id", Payers::rule, others)
          .forEach(
              rule -> byOwner.computeIfAbsent(rule.accountId(), id -> new ArrayList<>()).add(rule));
    }
    Map<Long, PayerSplit> splits = new HashMap<>();
    byOwner.forEach((owner, own) -> splits.put(owner, new PayerSplit(owner, own)));
    return new Rules(splits, payees);
  }

  /** True while parts of charges are paid, which needs one cycle for both accounts. */
  boolean isShared(long accountId, LocalDate today) {
    return sql.first(
            "select 1 from billing.payer_rule where (account_id = ? or payer_account_id = ?)"
                + " and (percent < 100 or limit_net is not null)"
                + " and (valid_until is null or valid_until > ?) limit 1",
            row -> true,
            accountId,
            accountId,
            today)
        .isPresent();
  }

  /** A rule with the owner's currency. */
  static PayerRule rule(ResultSet row) throws SQLException {
    BigDecimal limit = row.getBigDecimal("limit_net");
    return new PayerRule(
        row.getLong("account_id"),
        Database.longOrNull(row, "subscription_id"),
        PaidCharges.valueOf(row.getString("charges")),
        row.getLong("payer_account_id"),
        row.getBigDecimal("percent"),
        limit == null ? null : Money.of(limit, row.getString("currency")),
        Database.date(row, "valid_from"),
        Database.date(row, "valid_until"));
  }
}
