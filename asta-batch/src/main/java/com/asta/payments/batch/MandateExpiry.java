package com.asta.payments.batch;

import com.asta.common.service.SystemCaller;
import com.asta.payments.service.MandateService;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Ends the mandates that nobody used for 36 months, before anything is collected by them. */
@Named
@Dependent
public class MandateExpiry extends AbstractBatchlet {
  @Inject private SystemCaller system;
  @Inject private MandateService mandates;

  @Override
  public String process() {
    return String.valueOf(system.call(mandates::expire));
  }
}
