package com.asta.payments.service;

import com.asta.common.service.DemoPart;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Demo: dunning ran three times before today, so that the ladder is peopled. */
@ApplicationScoped
public class DemoDunning implements DemoPart {
  private static final int[] RUNS_DAYS_AGO = {30, 16, 2};
  private static final int ACCOUNTS = 500;

  @EJB private DunningService dunning;

  @Override
  public int order() {
    return 71;
  }

  @Override
  public void load() {
    for (int daysAgo : RUNS_DAYS_AGO) {
      LocalDate asOf = dunning.today().minusDays(daysAgo);
      List<DunningPlanRow> due = dunning.plan(asOf, 0, ACCOUNTS);
      due.stream()
          .filter(row -> row.next() != null)
          .forEach(row -> dunning.step(row.accountId(), asOf));
    }
  }
}
