package com.asta.billing.service;

import com.asta.billing.rules.Bill;
import com.asta.billing.rules.BillCalculator;
import com.asta.billing.rules.BillOutcome;
import com.asta.billing.rules.ChargeKey;
import com.asta.billing.rules.Item;
import com.asta.billing.rules.Origin;
import com.asta.common.service.Database;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes accounts over from the system that billed them before. */
@Stateless
@RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
public class TakeOver {
  @Inject private BillInputs inputs;
  @Inject private Policies policies;
  @Inject private Database sql;

  /**
   * Counts as billed what a bill to that cycle end would have charged, without making one: the next
   * bill begins where the other system's last one stopped. Usage is not marked.
   */
  public void billedElsewhere(Collection<Long> accountIds, LocalDate cycleEnd) {
    List<Object[]> rows = new ArrayList<>();
    for (BillInputs.Loaded loaded : inputs.load(accountIds, cycleEnd, policies.tax())) {
      if (loaded.input() != null
          && BillCalculator.draft(loaded.bill()) instanceof BillOutcome.Drafted drafted) {
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

  /** One row a charge: how far its last item reaches. */
  private static void addRows(List<Object[]> rows, Bill bill) {
    Map<ChargeKey, Item> last = new LinkedHashMap<>();
    for (Item item : bill.items()) {
      if (item.origin() instanceof Origin.Phase phase) {
        last.merge(phase.key(), item, TakeOver::later);
      }
    }
    last.forEach((key, item) -> rows.add(row(bill.accountId(), key, item)));
  }

  private static Item later(Item one, Item other) {
    return one.period().end().isAfter(other.period().end()) ? one : other;
  }

  private static Object[] row(long accountId, ChargeKey key, Item item) {
    Origin.Phase phase = (Origin.Phase) item.origin();
    return new Object[] {
      accountId,
      key.subscriptionId(),
      key.phaseFrom(),
      key.priceId(),
      phase.offerVersionId(),
      phase.serviceId(),
      item.period().end()
    };
  }
}
