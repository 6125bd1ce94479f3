package com.asta.common.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the demo is still being loaded at the first start. */
@Readiness
@ApplicationScoped
public class DemoReady implements HealthCheck {
  @Inject private FirstStart firstStart;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("demo loaded").status(firstStart.isDone()).build();
  }
}
