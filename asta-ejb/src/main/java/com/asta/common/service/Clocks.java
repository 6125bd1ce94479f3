package com.asta.common.service;

import com.asta.common.OperatorZone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one source of now. */
@ApplicationScoped
public class Clocks {
  @Produces
  public Clock clock() {
    return Clock.system(OperatorZone.ID);
  }
}
