package com.asta.billing.service;

import com.asta.billing.rules.Bill;
import com.asta.billing.rules.BillCalculator;
import com.asta.billing.rules.BillOutcome;
import com.asta.billing.rules.Item;
import com.asta.billing.rules.Origin;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Takes accounts over from the system that billed them before. */
@Stateless
@RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
public class TakeOver {
  @Inject private BillInputs inputs;
  @Inject private Policies policies;
  @Inject private Sql sql;

  /**
   * Counts as billed what a bill to that cycle end would have charged, without making one: the next
   * bill begins where the other system's last one stopped. Usage is not marked.
   */
  public void billedElsewhere(Collection<Long> accountIds, LocalDate cycleEnd) {
    List<Object[]> rows = new ArrayList<>();
    for (BillInputs.Loaded loaded : inputs.load(accountIds, cycleEnd, policies.tax())) {
      if (loaded.input() != null
          && BillCalculator.draft(loaded.input()) instanceof BillOutcome.Drafted drafted) {
        addRows(rows, drafted.bill());
      }
    }
    sql.batch(
        "insert into billing.charged_until (account_id, subscription_id, phase_from, price_id,"
            + " offer_version_id, service_id, until) values (?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (account_id, subscription_id, phase_from, price_id) do update"
            + " set until = greatest(charged_until.until, excluded.until)",
        rows);
  }

  private static void addRows(List<Object[]> rows, Bill bill) {
    for (Item item : bill.items()) {
      if (item.origin() instanceof Origin.Phase phase) {
        rows.add(
            new Object[] {
              bill.accountId(),
              phase.key().subscriptionId(),
              phase.key().phaseFrom(),
              phase.key().priceId(),
              phase.offerVersionId(),
              phase.serviceId(),
              item.period().end()
            });
      }
    }
  }
}
