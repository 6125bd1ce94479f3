package com.asta.payments.service;

import com.asta.billing.service.Arrears;
import com.asta.common.Money;
import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells billing what is overdue, by one query for many accounts. */
@ApplicationScoped
class OverdueItems implements Arrears {
  private record Overdue(long accountId, Money open) {}

  @Inject private Database sql;

  @Override
  public Map<Long, List<Money>> overdue(Collection<Long> accountIds, LocalDate on) {
    return sql
        .rows(
            "select account_id, sum(open_amount) as open, currency from payments.open_item"
                + " where account_id = any (?) and open_amount > 0 and due_on < ?"
                + " group by account_id, currency",
            row -> new Overdue(row.getLong("account_id"), Database.money(row, "open")),
            accountIds,
            on)
        .stream()
        .collect(
            Collectors.groupingBy(
                Overdue::accountId, Collectors.mapping(Overdue::open, Collectors.toList())));
  }
}
