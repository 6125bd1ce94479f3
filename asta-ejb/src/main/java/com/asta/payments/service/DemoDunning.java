package com.asta.payments.service;

import com.asta.common.Shard;
import com.asta.common.service.DemoPart;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** Demo: dunning ran three times before today, so that the ladder is peopled. */
@ApplicationScoped
public class DemoDunning implements DemoPart {
  private static final int[] RUNS_DAYS_AGO = {30, 16, 2};
  private static final int PAGE = 500;

  @EJB private DunningService dunning;
  @EJB private DunningRunService runs;
  @EJB private DunningWork work;

  @Override
  public int order() {
    return 71;
  }

  @Override
  public void load() {
    for (int daysAgo : RUNS_DAYS_AGO) {
      long runId = runs.open(dunning.today().minusDays(daysAgo), null).id();
      DunningWork.Page page = new DunningWork.Page(null, -1, 0, false);
      while (!page.last()) {
        page = work.next(runId, page.shard(), page.accountId(), Shard.COUNT, PAGE);
        work.carryOut(runId, page.accountIds());
      }
      work.finish(runId);
    }
  }
}
