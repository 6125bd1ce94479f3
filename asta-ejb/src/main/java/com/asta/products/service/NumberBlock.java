package com.asta.products.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The telephone numbers that the operator may give out: 100,000 from the system property {@code
 * asta.products.first.number} on. A number is held only by the order or subscription that has it.
 */
@ApplicationScoped
class NumberBlock {
  private static final long FIRST = Long.getLong("asta.products.first.number", 48_501_900_000L);
  private static final int SIZE = 100_000;

  @Inject private Projections projections;

  List<String> free(int count) {
    return projections.list(
        "select '+' || n from generate_series(?::bigint, ?::bigint) n"
            + " where not exists (select 1 from products.subscription s"
            + " where s.service_id = '+' || n and s.status <> 'TERMINATED')"
            + " and not exists (select 1 from products.order_item i"
            + " where i.service_id = '+' || n and i.status = 'PENDING')"
            + " order by n limit ?",
        row -> row.getString(1),
        FIRST,
        FIRST + SIZE - 1,
        count);
  }
}
