package com.asta.common.batch;

import com.asta.common.service.Roles;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes up, after the start of the server, every job that the end of the server interrupted: killed
 * in the middle, or stopped with the server. What a person stopped stays stopped.
 */
@Singleton
@Startup
@DependsOn("asta-ejb.jar#Migrations")
@PermitAll
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InterruptedJobs {
  private static final Logger LOG = Logger.getLogger(InterruptedJobs.class.getName());
  private static final long FIRST_MILLIS = 3000;

  @Resource private TimerService timers;
  @Inject private JobControl jobs;

  @PostConstruct
  void schedule() {
    timers.createSingleActionTimer(FIRST_MILLIS, new TimerConfig("interrupted jobs", false));
  }

  /** Restarts them. */
  @Timeout
  public void restart(Timer timer) {
    Instant boot = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    jobs.adopt(boot);
    for (JobRun run : jobs.interrupted(boot)) {
      try {
        long executionId = jobs.restart(run.executionId());
        LOG.info(() -> run.job() + " " + run.executionId() + " goes on as " + executionId);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, run.job() + " " + run.executionId() + " could not go on", e);
      }
    }
  }
}
