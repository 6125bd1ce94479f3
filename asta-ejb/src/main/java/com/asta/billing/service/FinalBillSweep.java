package com.asta.billing.service;

import com.asta.common.Refusal;
import com.asta.common.service.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every morning makes the final bills that are due, each by itself: one that fails stops none. */
@Singleton
@PermitAll
@RunAs(Roles.SYSTEM)
public class FinalBillSweep {
  private static final Logger LOG = Logger.getLogger(FinalBillSweep.class.getName());
  private static final int PAGE = 200;

  @Inject private FinalBillService service;

  /** Goes through all accounts that are due. */
  @Schedule(hour = "4", minute = "10", timezone = "Europe/Warsaw", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void sweep() {
    long last = 0;
    List<Long> page = service.due(last, PAGE);
    while (!page.isEmpty()) {
      for (long accountId : page) {
        last = accountId;
        make(accountId);
      }
      page = service.due(last, PAGE);
    }
  }

  private void make(long accountId) {
    try {
      service.make(accountId);
    } catch (Refusal refused) {
      LOG.log(Level.INFO, "Final bill of account " + accountId + " waits", refused);
      service.waitsFor(accountId, refused.reason().name());
    }
  }
}
