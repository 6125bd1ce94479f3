package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.common.service.OperatorProfile;
import com.asta.payments.rules.CreditorIdentifier;
import com.asta.payments.rules.Pain001;
import com.asta.payments.rules.Pain008;
import com.asta.payments.rules.RetrySchedule;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The one policy of direct debits and refunds. */
@ApplicationScoped
class DebitPolicies {
  @Inject private Database sql;
  @Inject private OperatorProfile operators;

  DebitPolicy policy() {
    String currency = operators.operator().currency();
    return sql.first(
            "select * from payments.debit_policy where id = 1",
            row ->
                new DebitPolicy(
                    CreditorIdentifier.parse(row.getString("creditor_id")).orElse(null),
                    row.getString("creditor_bic"),
                    row.getInt("lead_days"),
                    row.getInt("notice_days"),
                    new RetrySchedule(days(row.getString("retry_days"))),
                    Money.of(row.getBigDecimal("return_fee"), currency),
                    Pain008.Version.valueOf(row.getString("debit_version")),
                    Pain001.Version.valueOf(row.getString("refund_version")),
                    Money.of(row.getBigDecimal("refund_limit"), currency)))
        .orElseThrow();
  }

  void store(DebitPolicy policy) {
    sql.update(
        "update payments.debit_policy set creditor_id = ?, creditor_bic = ?, lead_days = ?,"
            + " notice_days = ?, retry_days = ?, return_fee = ?, debit_version = ?,"
            + " refund_version = ?, refund_limit = ? where id = 1",
        policy.creditor() == null ? "" : policy.creditor().value(),
        policy.creditorBic(),
        policy.leadDays(),
        policy.noticeDays(),
        policy.retries().days().stream().map(String::valueOf).collect(Collectors.joining(" ")),
        policy.returnFee().amount(),
        policy.debitVersion(),
        policy.refundVersion(),
        policy.refundLimit().amount());
  }

  /** Who collects; without an identifier nobody does. */
  CreditorIdentifier creditor() {
    CreditorIdentifier creditor = policy().creditor();
    if (creditor == null) {
      throw new PaymentsRefused(Reason.CREDITOR_MISSING);
    }
    return creditor;
  }

  static List<Integer> days(String text) {
    return Arrays.stream(text.split("[\\s,;]+"))
        .filter(each -> !each.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }
}
