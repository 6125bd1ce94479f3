package com.asta.payments.batch;

import com.asta.common.batch.JobControl;
import com.asta.common.batch.JobRun;
import com.asta.common.service.Roles;
import com.asta.payments.service.DunningRunCard;
import com.asta.payments.service.DunningRunService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Simulates and runs dunning. A run is opened before its job starts; whoever presses while one is
 * under way is led to that one.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class DunningJob {
  /** The job's name. */
  public static final String NAME = "payments-dunning";

  @Inject private DunningRunService runs;
  @Inject private JobControl jobs;

  /** Finds out what a run as of a day would do; returns the simulation's id. */
  @RolesAllowed({Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public long simulate(LocalDate asOf) {
    long id = runs.simulate(asOf);
    work(id);
    return id;
  }

  /**
   * Runs dunning as of a day.
   *
   * @param simulationId what the person had seen; null if nothing
   * @return the run's id, of the run that is under way if there is one
   */
  public long start(LocalDate asOf, Long simulationId) {
    DunningRunService.Opened opened = runs.open(asOf, simulationId);
    if (opened.fresh()) {
      work(opened.id());
    }
    return opened.id();
  }

  /** Starts the run that starts by itself, if it is time for it and nobody did; its id if so. */
  @RolesAllowed(Roles.SYSTEM)
  public Optional<Long> startScheduled() {
    Optional<Long> opened = runs.openScheduled();
    opened.ifPresent(this::work);
    return opened;
  }

  /** Takes a run up whose job has failed or never came to life. */
  public void resume(long runId) {
    DunningRunCard run = runs.card(runId);
    if (run.done() || isRunning(run)) {
      return;
    }
    Optional<JobRun> last = last(run).filter(JobRun::isRestartable);
    if (last.isPresent()) {
      jobs.restart(last.get().executionId());
    } else {
      work(runId);
    }
  }

  /** True while a job works on the run; also a restart's after a crash. */
  @RolesAllowed({Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public boolean isRunning(DunningRunCard run) {
    return last(run).filter(JobRun::isRunning).isPresent();
  }

  private Optional<JobRun> last(DunningRunCard run) {
    return run.executionId() == null
        ? Optional.empty()
        : jobs.runsOf(jobs.run(run.executionId()).instanceId()).stream().findFirst();
  }

  private void work(long runId) {
    long execution = jobs.start(NAME, Map.of("runId", Long.toString(runId)));
    runs.workedOnBy(runId, execution);
  }
}
