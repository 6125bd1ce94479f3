package com.asta.common.batch;

import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts, stops and restarts batch jobs. A call suspends the caller's transaction: what the job is
 * to find must have been committed before. A job runs as whoever started it; its artifacts reach
 * services through {@link com.asta.common.service.SystemCaller}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({
  Roles.OPERATOR,
  Roles.ADMIN,
  Roles.BILLING,
  Roles.CASHIER,
  Roles.MARKETER,
  Roles.WAREHOUSE,
  Roles.PRODUCT_MANAGER,
  Roles.SYSTEM
})
public class JobControl {
  private static final Logger LOG = Logger.getLogger(JobControl.class.getName());

  /** Parameters that the job repository adds by itself. */
  private static final String REPOSITORY_OWN = "jberet.";

  @Inject private JobRuns runs;
  @Inject private JobKinds kinds;
  @Inject private CurrentUser user;

  /**
   * Starts a job.
   *
   * @param job the stem of its XML file, such as {@code charging-usage-import}
   * @return the id of the execution
   */
  public long start(String job, Map<String, String> parameters) {
    Properties properties = new Properties();
    parameters.forEach(properties::setProperty);
    JobOperator operator = BatchRuntime.getJobOperator();
    long executionId = operator.start(job, properties);
    long instanceId = operator.getJobInstance(executionId).getInstanceId();
    runs.add(executionId, instanceId, job, parameters, user.name(), null);
    return executionId;
  }

  /** Asks a running execution to stop at its next checkpoint; nothing if it has ended. */
  public void stop(long executionId) {
    runs.stopRequested(executionId, user.name());
    if (runs.run(executionId).isRunning()) {
      try {
        BatchRuntime.getJobOperator().stop(executionId);
      } catch (JobExecutionNotRunningException e) {
        LOG.log(Level.FINE, "It ended in the same moment", e);
      }
    }
  }

  /** Takes a stopped, failed or crashed execution up where it was; returns the new execution. */
  public long restart(long executionId) {
    JobRun old = runs.run(executionId);
    Properties properties = new Properties();
    old.parameters().forEach(properties::setProperty);
    long restarted = BatchRuntime.getJobOperator().restart(executionId, properties);
    runs.add(restarted, old.instanceId(), old.job(), old.parameters(), user.name(), executionId);
    return restarted;
  }

  /** Executions, newest first; a null job means any. */
  public List<JobRun> list(String job, int offset, int limit) {
    return runs.list(job, offset, limit);
  }

  /** One execution. */
  public JobRun run(long executionId) {
    return runs.run(executionId);
  }

  /** All executions of one instance: the first and its restarts, newest first. */
  public List<JobRun> runsOf(long instanceId) {
    return runs.ofInstance(instanceId);
  }

  /** The steps of an execution in the order they began. */
  public List<JobStep> steps(long executionId) {
    return runs.steps(executionId);
  }

  /** The jobs that can be started. */
  public List<JobKind> kinds() {
    return kinds.all();
  }

  /**
   * Notes executions of which nobody knows, because the server died between their start and its
   * note.
   */
  @RolesAllowed(Roles.SYSTEM)
  public void adopt(Instant boot) {
    for (JobRuns.Stray stray : runs.strays(boot)) {
      try {
        adopt(stray);
      } catch (BatchRuntimeException e) {
        LOG.log(Level.WARNING, stray + " is of another application", e);
      }
    }
  }

  private void adopt(JobRuns.Stray stray) {
    Properties properties = BatchRuntime.getJobOperator().getParameters(stray.executionId());
    Map<String, String> parameters = new TreeMap<>();
    if (properties != null) {
      properties.stringPropertyNames().stream()
          .filter(name -> !name.startsWith(REPOSITORY_OWN))
          .forEach(name -> parameters.put(name, properties.getProperty(name)));
    }
    runs.add(
        stray.executionId(),
        stray.instanceId(),
        stray.job(),
        parameters,
        user.name(),
        stray.restartOf());
  }

  /** The newest executions of instances that ended without anybody asking before {@code boot}. */
  @RolesAllowed(Roles.SYSTEM)
  public List<JobRun> interrupted(Instant boot) {
    return runs.interrupted(boot);
  }
}
