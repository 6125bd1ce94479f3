package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The policy of electronic payments. */
@ApplicationScoped
class ProviderPolicies {
  @Inject private Database sql;

  /** Above it a second person approves a refund. */
  Money refundLimit(String currency) {
    return sql.first(
            "select provider_refund_limit from payments.policy where id = 1",
            row -> Money.of(row.getBigDecimal(1), currency))
        .orElseThrow();
  }

  void refundLimit(Money limit) {
    sql.update("update payments.policy set provider_refund_limit = ? where id = 1", limit.amount());
  }
}
