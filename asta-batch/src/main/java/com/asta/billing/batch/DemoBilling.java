package com.asta.billing.batch;

import com.asta.common.service.DemoPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Demo: last month is billed, by the jobs that bill any month. */
@ApplicationScoped
public class DemoBilling implements DemoPart {
  private static final int ORDER = 60;

  @Inject private DemoBillRun run;

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public void load() {
    run.billLastMonth();
  }
}
