package com.asta.common.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Loads the demo operator when the system property {@code asta.demo} is {@code true}, or only its
 * staff when it is {@code staff}: each part once, remembered in {@code common.demo_part}, in the
 * order of the sale, after the server has started.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FirstStart {
  private static final Logger LOG = Logger.getLogger(FirstStart.class.getName());
  private static final long FIRST_MILLIS = 500;

  @Resource private TimerService timers;
  @Inject @Any private Instance<DemoPart> parts;
  @Inject private FirstStartStep step;

  private final String demo = System.getProperty("asta.demo", "false");
  private volatile boolean done = demo.equals("false");

  @PostConstruct
  void schedule() {
    if (!done) {
      timers.createSingleActionTimer(FIRST_MILLIS, new TimerConfig("demo", false));
    }
  }

  /** Loads the parts that are missing. */
  @Timeout
  public void load(Timer timer) {
    List<DemoPart> ordered =
        parts.stream()
            .filter(part -> demo.equals("true") || part.order() == DemoStaff.ORDER)
            .sorted(Comparator.comparingInt(DemoPart::order))
            .toList();
    try {
      for (DemoPart part : ordered) {
        long begin = System.nanoTime();
        if (step.load(part)) {
          long millis = (System.nanoTime() - begin) / 1_000_000;
          LOG.info(() -> "Demo part " + part.order() + " loaded in " + millis + " ms");
        }
      }
      LOG.info("The demo operator is loaded");
      done = true;
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "The demo operator could not be loaded", e);
      done = true;
    }
  }

  /** False while the demo is still being loaded. */
  public boolean isDone() {
    return done;
  }
}
