package com.asta.billing.batch;

import com.asta.billing.model.BillRunStatus;
import com.asta.billing.service.BillRunCard;
import com.asta.billing.service.BillRunService;
import com.asta.common.batch.JobControl;
import com.asta.common.batch.JobRun;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a billing clerk decides, followed by the job that carries it out. The decision is committed
 * before its job starts; {@link #resume} helps where the job did not come to life.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class BillRunJob {
  private static final String TRIAL = "billing-bill-run";
  private static final String FINALISE = "billing-bill-run-finalise";
  private static final String DELIVER = "billing-bill-run-deliver";

  @Inject private BillRunService runs;
  @Inject private JobControl jobs;

  /** Opens a run and starts its trial; returns the run's id. */
  public long start(LocalDate cycleEnd, LocalDate issuedOn) {
    long runId = runs.start(cycleEnd, issuedOn);
    work(runId, TRIAL);
    return runId;
  }

  /** Calculates every account again. */
  public void repeat(long runId) {
    runs.repeat(runId);
    work(runId, TRIAL);
  }

  /** Calculates again the accounts that were set aside. */
  public void retryQuarantined(long runId) {
    runs.retryQuarantined(runId);
    work(runId, TRIAL);
  }

  /** Calculates one account again. */
  public void retry(long runId, long accountId) {
    runs.retry(runId, accountId);
    work(runId, TRIAL);
  }

  /** Gives the numbers and starts writing invoices. */
  public void approve(long runId) {
    runs.approve(runId);
    work(runId, FINALISE);
  }

  /** Sends the invoices on their way. */
  public void deliver(long runId) {
    runs.deliver(runId);
    work(runId, DELIVER);
  }

  /** Starts the job a run waits for, unless it is running. */
  public void resume(long runId) {
    BillRunCard run = runs.card(runId);
    if (run.isWorking() && !isRunning(run)) {
      work(runId, job(run));
    }
  }

  private static String job(BillRunCard run) {
    if (run.isDelivering()) {
      return DELIVER;
    }
    return run.status() == BillRunStatus.TRIAL ? TRIAL : FINALISE;
  }

  /** True while a job works on the run. */
  public boolean isRunning(long runId) {
    return isRunning(runs.card(runId));
  }

  /** Also true for a restart after a crash, which is another execution of the same instance. */
  private boolean isRunning(BillRunCard run) {
    return run.executionId() != null
        && jobs.runsOf(jobs.run(run.executionId()).instanceId()).stream()
            .anyMatch(JobRun::isRunning);
  }

  private void work(long runId, String job) {
    long execution = jobs.start(job, Map.of("runId", Long.toString(runId)));
    runs.workedOnBy(runId, execution);
  }
}
