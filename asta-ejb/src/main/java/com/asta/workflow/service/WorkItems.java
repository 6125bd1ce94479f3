package com.asta.workflow.service;

import com.asta.workflow.service.WorkflowRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.task.IdentityLinkType;
import org.operaton.bpm.engine.task.Task;

/** The human tasks that wait. */
@ApplicationScoped
class WorkItems {
  @Inject private EmbeddedEngine host;

  List<WorkItem> ofRoles(Collection<String> roles, int offset, int limit) {
    return tasks()
        .createTaskQuery()
        .taskCandidateGroupIn(List.copyOf(roles))
        .includeAssignedTasks()
        .initializeFormKeys()
        .orderByDueDate()
        .asc()
        .orderByTaskCreateTime()
        .asc()
        .listPage(offset, limit)
        .stream()
        .map(this::item)
        .toList();
  }

  WorkItem item(String taskId) {
    Task task =
        taskId == null
            ? null
            : tasks().createTaskQuery().taskId(taskId).initializeFormKeys().singleResult();
    if (task == null) {
      throw new WorkflowRefused(Reason.TASK_GONE);
    }
    return item(task);
  }

  private WorkItem item(Task task) {
    ProcessInstance instance =
        host.engine()
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult();
    return new WorkItem(
        task.getId(),
        task.getTaskDefinitionKey(),
        task.getName(),
        instance.getProcessDefinitionKey(),
        instance.getBusinessKey(),
        roleOf(task),
        task.getAssignee(),
        task.getCreateTime().toInstant(),
        instant(task.getDueDate()),
        task.getFormKey(),
        host.engine().getRuntimeService().getVariables(instance.getId()));
  }

  private String roleOf(Task task) {
    return tasks().getIdentityLinksForTask(task.getId()).stream()
        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
        .map(link -> link.getGroupId())
        .findFirst()
        .orElse("");
  }

  void claim(WorkItem item, String user) {
    if (item.assignee() != null && !item.assignee().equals(user)) {
      throw new WorkflowRefused(Reason.CLAIMED_BY_OTHER, item.assignee());
    }
    tasks().setAssignee(item.id(), user);
  }

  void release(WorkItem item) {
    tasks().setAssignee(item.id(), null);
  }

  void complete(WorkItem item, String user, Map<String, Object> variables) {
    claim(item, user);
    tasks().complete(item.id(), variables);
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }

  private TaskService tasks() {
    return host.engine().getTaskService();
  }
}
