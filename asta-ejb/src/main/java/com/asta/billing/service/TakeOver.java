package com.asta.billing.service;

import com.asta.billing.rules.BillCalculator;
import com.asta.billing.rules.BillOutcome;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;

/** Takes accounts over from the system that billed them before. */
@Stateless
@RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
public class TakeOver {
  @Inject private BillInputs inputs;
  @Inject private Policies policies;
  @Inject private ChargedBooks books;

  /**
   * Counts as billed what a bill to that cycle end would have charged, without making one: the next
   * bill begins where the other system's last one stopped. Usage is not marked.
   */
  public void billedElsewhere(Collection<Long> accountIds, LocalDate cycleEnd) {
    for (BillInputs.Loaded loaded : inputs.load(accountIds, cycleEnd, policies.tax()).toList()) {
      if (loaded.input() != null
          && BillCalculator.draft(loaded.bill()) instanceof BillOutcome.Drafted drafted) {
        books.raise(loaded.accountId(), BillBook.reached(drafted.bill()));
      }
    }
  }
}
