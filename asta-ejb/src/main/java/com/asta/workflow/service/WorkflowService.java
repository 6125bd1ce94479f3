package com.asta.workflow.service;

import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Outbox;
import com.asta.common.service.Roles;
import com.asta.workflow.event.ProcessCancelled;
import com.asta.workflow.event.ProcessReply;
import com.asta.workflow.service.WorkflowRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.runtime.ProcessInstance;

/** The door to business processes: start them, do their human tasks, see and cure what failed. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.WAREHOUSE, Roles.OPERATOR, Roles.ADMIN, Roles.SYSTEM})
public class WorkflowService {
  private static final Logger LOG = Logger.getLogger(WorkflowService.class.getName());

  /** SQLSTATE of a foreign key that does not hold. */
  private static final String REFERENCED = "23503";

  private static final String BATCH_BROKEN_OFF = "More batch results than scheduled operations";

  @Inject private EmbeddedEngine host;
  @Inject private Instances instances;
  @Inject private Incidents incidents;
  @Inject private WorkItems workItems;
  @Inject private Steps steps;
  @Inject private Outbox outbox;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;

  /**
   * Starts a process in the caller's transaction, up to its first wait. A second start for the same
   * subject does nothing.
   *
   * @param processKey the process's id, such as {@code order-fulfilment}
   * @param businessKey the subject, such as {@code order-17}
   * @param variables what the process knows from the start: texts and numbers
   */
  public void start(String processKey, String businessKey, Map<String, Object> variables) {
    if (instances.exists(processKey, businessKey)) {
      LOG.info(() -> processKey + " of " + businessKey + " runs already");
      return;
    }
    runtime().startProcessInstanceByKey(processKey, businessKey, variables);
  }

  /** Tells a process that waits for a message of this name that it came. */
  @RolesAllowed(Roles.SYSTEM)
  public void correlate(String message, String businessKey, Map<String, Object> variables) {
    runtime()
        .createMessageCorrelation(message)
        .processInstanceBusinessKey(businessKey)
        .setVariables(variables)
        .correlate();
  }

  /**
   * An answer to a command: the step is done, or becomes an incident with the reason.
   *
   * @return false if the process does not wait for it, as when an answer comes twice
   */
  @RolesAllowed(Roles.SYSTEM)
  public boolean answer(ProcessReply reply) {
    boolean awaited = steps.answered(reply);
    if (!awaited) {
      LOG.info(() -> "Nothing waits for " + reply);
    }
    return awaited;
  }

  /** The tasks of those of the roles that the caller has, the most urgent first. */
  public List<WorkItem> tasks(Collection<String> roles, int offset, int limit) {
    List<String> own = roles.stream().filter(this::mayDo).toList();
    return own.isEmpty() ? List.of() : workItems.ofRoles(own, offset, limit);
  }

  /**
   * One task.
   *
   * @throws WorkflowRefused TASK_GONE, NOT_YOUR_ROLE
   */
  public WorkItem task(String taskId) {
    WorkItem item = workItems.item(taskId);
    if (!mayDo(item.role())) {
      throw new WorkflowRefused(Reason.NOT_YOUR_ROLE, item.role());
    }
    return item;
  }

  /**
   * The caller takes a task.
   *
   * @throws WorkflowRefused TASK_GONE, NOT_YOUR_ROLE, CLAIMED_BY_OTHER, MOVED_ON
   */
  public void claim(String taskId) {
    unlessMovedOn(() -> workItems.claim(task(taskId), user.name()));
  }

  /** Gives a task back to the list of its role. */
  public void release(String taskId) {
    unlessMovedOn(() -> workItems.release(task(taskId)));
  }

  /**
   * Ends a task, and moves its process on in the same transaction.
   *
   * @param variables what the process should remember of it
   * @throws WorkflowRefused TASK_GONE, NOT_YOUR_ROLE, CLAIMED_BY_OTHER, MOVED_ON
   */
  public void complete(String taskId, Map<String, Object> variables) {
    unlessMovedOn(() -> workItems.complete(task(taskId), user.name(), variables));
  }

  /** The failed steps that wait for a person, the newest first. */
  public List<IncidentCard> incidents(int offset, int limit) {
    return incidents.list(offset, limit);
  }

  /** The open incidents of one subject. */
  @RolesAllowed({
    Roles.AGENT,
    Roles.PRODUCT_MANAGER,
    Roles.BILLING,
    Roles.WAREHOUSE,
    Roles.OPERATOR,
    Roles.ADMIN,
    Roles.SYSTEM
  })
  public List<IncidentCard> incidentsOf(String businessKey) {
    return steps.running(businessKey).map(incidents::of).orElse(List.of());
  }

  /**
   * Tries the failed step again.
   *
   * @throws WorkflowRefused INCIDENT_GONE
   */
  public void retry(String incidentId) {
    String businessKey = incidents.retry(incidentId);
    record(businessKey, "retried", null);
  }

  /**
   * Gives a running process up; who did its steps learns it by {@link ProcessCancelled}.
   *
   * @throws WorkflowRefused REASON_MISSING, NOT_RUNNING, MOVED_ON
   */
  public void cancel(String businessKey, String reason) {
    if (reason == null || reason.isBlank()) {
      throw new WorkflowRefused(Reason.REASON_MISSING);
    }
    ProcessInstance instance =
        steps
            .running(businessKey)
            .orElseThrow(() -> new WorkflowRefused(Reason.NOT_RUNNING, businessKey));
    unlessMovedOn(() -> runtime().deleteProcessInstance(instance.getId(), reason.strip(), true));
    outbox.publish(
        new ProcessCancelled(instance.getProcessDefinitionKey(), businessKey, reason.strip()));
    record(businessKey, "cancelled", reason.strip());
  }

  /** The engine notices that the process moved between what a person saw and what a person does. */
  private static void unlessMovedOn(Runnable step) {
    try {
      step.run();
    } catch (ProcessEngineException e) {
      if (saysThatItMoved(e)) {
        throw new WorkflowRefused(Reason.MOVED_ON);
      }
      throw e;
    }
  }

  /**
   * The engine writes a step as one batch. If another step has taken away what the batch refers to,
   * the driver counts the results of the statements before it otherwise than the engine does, which
   * then takes the race for a fault of its own; if another has added what refers to that which the
   * batch takes away, the database refuses by its foreign keys.
   */
  static boolean saysThatItMoved(ProcessEngineException failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof OptimisticLockingException
          || each instanceof SQLException sql && REFERENCED.equals(sql.getSQLState())
          || String.valueOf(each.getMessage()).contains(BATCH_BROKEN_OFF)) {
        return true;
      }
    }
    return false;
  }

  /** True while a process of this subject is under way. */
  public boolean isRunning(String businessKey) {
    return steps.running(businessKey).isPresent();
  }

  /** True if a process of this subject was ever started. */
  public boolean isKnown(String processKey, String businessKey) {
    return instances.exists(processKey, businessKey);
  }

  /** The drawing of a subject's process, if it has one. */
  @RolesAllowed({
    Roles.AGENT,
    Roles.PRODUCT_MANAGER,
    Roles.BILLING,
    Roles.WAREHOUSE,
    Roles.OPERATOR,
    Roles.ADMIN,
    Roles.SYSTEM
  })
  public Optional<ProcessPicture> pictureIfAny(String processKey, String businessKey) {
    return instances.exists(processKey, businessKey)
        ? Optional.of(instances.picture(businessKey))
        : Optional.empty();
  }

  /**
   * The drawing of a subject's latest process with where it stands.
   *
   * @throws WorkflowRefused UNKNOWN_PROCESS
   */
  public ProcessPicture picture(String businessKey) {
    return instances.picture(businessKey);
  }

  /** What happened in a subject's latest process, the newest first. */
  public List<HistoryEntry> history(String businessKey) {
    return instances.history(businessKey);
  }

  /** Process instances, the newest first; null filters match all. */
  public List<ProcessRow> processes(
      ProcessStatus status, String businessKey, int offset, int limit) {
    return instances.list(status, businessKey, offset, limit);
  }

  private boolean mayDo(String role) {
    return user.isInRole(role) || user.isInRole(Roles.ADMIN) || user.isInRole(Roles.SYSTEM);
  }

  /** Audit wants numbers: the subject's own, which ends its key. */
  private void record(String businessKey, String action, String reason) {
    String digits = businessKey.replaceAll("\\D", "");
    long subject = digits.isEmpty() ? 0 : Long.parseLong(digits);
    audit.record("Process", subject, action, businessKey, null, reason);
  }

  private org.operaton.bpm.engine.RuntimeService runtime() {
    return host.engine().getRuntimeService();
  }
}
