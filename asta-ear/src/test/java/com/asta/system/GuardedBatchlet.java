package com.asta.system;

import com.asta.common.service.SystemCaller;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A batch artifact is no EJB, so that it goes through the system's door. */
@Named
@Dependent
public class GuardedBatchlet extends AbstractBatchlet {

  @Inject private SystemCaller system;
  @Inject private GuardedService service;

  @Override
  public String process() {
    return system.call(() -> service.reach("batch")) ? "REACHED" : "REFUSED";
  }
}
