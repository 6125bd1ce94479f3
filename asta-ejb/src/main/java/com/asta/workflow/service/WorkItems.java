package com.asta.workflow.service;

import com.asta.workflow.service.WorkflowRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.task.IdentityLinkType;
import org.operaton.bpm.engine.task.Task;

/** The human tasks that wait. */
@ApplicationScoped
class WorkItems {
  @Inject private EmbeddedEngine host;

  List<WorkItem> ofRoles(Collection<String> roles, int offset, int limit) {
    return items(
        tasks()
            .createTaskQuery()
            .taskCandidateGroupIn(List.copyOf(roles))
            .includeAssignedTasks()
            .initializeFormKeys()
            .orderByDueDate()
            .asc()
            .orderByTaskCreateTime()
            .asc()
            .listPage(offset, limit));
  }

  WorkItem item(String taskId) {
    Task task =
        taskId == null
            ? null
            : tasks().createTaskQuery().taskId(taskId).initializeFormKeys().singleResult();
    if (task == null) {
      throw new WorkflowRefused(Reason.TASK_GONE);
    }
    return items(List.of(task)).get(0);
  }

  /** Reads what belongs to the tasks for the whole page at once. */
  private List<WorkItem> items(List<Task> page) {
    if (page.isEmpty()) {
      return List.of();
    }
    Set<String> ids = page.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
    var runtime = host.engine().getRuntimeService();
    Map<String, ProcessInstance> instances =
        runtime.createProcessInstanceQuery().processInstanceIds(ids).list().stream()
            .collect(Collectors.toMap(ProcessInstance::getId, each -> each));
    Map<String, Map<String, Object>> variables = new HashMap<>();
    runtime
        .createVariableInstanceQuery()
        .processInstanceIdIn(ids.toArray(String[]::new))
        .list()
        .forEach(
            each ->
                variables
                    .computeIfAbsent(each.getProcessInstanceId(), id -> new HashMap<>())
                    .put(each.getName(), each.getValue()));
    return page.stream()
        .map(
            task ->
                item(
                    task,
                    instances.get(task.getProcessInstanceId()),
                    variables.getOrDefault(task.getProcessInstanceId(), Map.of())))
        .toList();
  }

  private WorkItem item(Task task, ProcessInstance instance, Map<String, Object> variables) {
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
        variables);
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
