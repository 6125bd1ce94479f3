package com.asta.workflow.service;

import com.asta.workflow.rules.ProcessDiagram;
import com.asta.workflow.rules.StepState;
import com.asta.workflow.service.WorkflowRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.operaton.bpm.engine.HistoryService;
import org.operaton.bpm.engine.history.HistoricActivityInstance;
import org.operaton.bpm.engine.history.HistoricExternalTaskLog;
import org.operaton.bpm.engine.history.HistoricProcessInstance;
import org.operaton.bpm.engine.runtime.Incident;
import org.operaton.bpm.engine.runtime.ProcessInstance;

/** Process instances, running and ended, as people look at them. */
@ApplicationScoped
class Instances {
  @Inject private EmbeddedEngine host;
  @Inject private Diagrams diagrams;

  boolean exists(String processKey, String businessKey) {
    return history()
            .createHistoricProcessInstanceQuery()
            .processDefinitionKey(processKey)
            .processInstanceBusinessKey(businessKey)
            .count()
        > 0;
  }

  List<ProcessRow> list(ProcessStatus status, String businessKey, int offset, int limit) {
    var query = history().createHistoricProcessInstanceQuery();
    if (businessKey != null && !businessKey.isBlank()) {
      query.processInstanceBusinessKeyLike("%" + businessKey.strip() + "%");
    }
    if (status != null) {
      switch (status) {
        case RUNNING -> query.unfinished();
        case INCIDENT -> query.unfinished().withIncidents();
        case COMPLETED -> query.completed();
        case CANCELLED -> query.externallyTerminated();
      }
    }
    List<HistoricProcessInstance> page =
        query.orderByProcessInstanceStartTime().desc().listPage(offset, limit);
    Set<String> stopped = withIncident(page);
    return page.stream().map(each -> row(each, stopped.contains(each.getId()))).toList();
  }

  private Set<String> withIncident(List<HistoricProcessInstance> page) {
    if (page.isEmpty()) {
      return Set.of();
    }
    Set<String> ids = page.stream().map(HistoricProcessInstance::getId).collect(Collectors.toSet());
    return host
        .engine()
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceIds(ids)
        .withIncident()
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .collect(Collectors.toSet());
  }

  private static ProcessRow row(HistoricProcessInstance instance, boolean incident) {
    return new ProcessRow(
        instance.getId(),
        instance.getProcessDefinitionKey(),
        instance.getProcessDefinitionVersion(),
        instance.getBusinessKey(),
        status(instance, incident),
        instance.getStartTime().toInstant(),
        instant(instance.getEndTime()));
  }

  private static ProcessStatus status(HistoricProcessInstance instance, boolean incident) {
    if (instance.getEndTime() == null) {
      return incident ? ProcessStatus.INCIDENT : ProcessStatus.RUNNING;
    }
    return HistoricProcessInstance.STATE_COMPLETED.equals(instance.getState())
        ? ProcessStatus.COMPLETED
        : ProcessStatus.CANCELLED;
  }

  ProcessPicture picture(String businessKey) {
    HistoricProcessInstance instance = latest(businessKey);
    ProcessDiagram diagram = diagrams.of(instance.getProcessDefinitionId());
    Map<String, String> failed = openReasons(instance);
    Map<String, HistoricActivityInstance> reached = new HashMap<>();
    for (HistoricActivityInstance activity : activities(instance)) {
      reached.merge(activity.getActivityId(), activity, Instances::later);
    }
    Map<String, StepState> states = new HashMap<>();
    reached.forEach((id, activity) -> states.put(id, state(activity, failed.containsKey(id))));
    return new ProcessPicture(
        instance.getProcessDefinitionKey(),
        instance.getProcessDefinitionVersion(),
        businessKey,
        status(instance, !failed.isEmpty()),
        instance.getDeleteReason(),
        diagram,
        Map.copyOf(states),
        steps(diagram, states, reached, failed));
  }

  private static List<ProcessPicture.Step> steps(
      ProcessDiagram diagram,
      Map<String, StepState> states,
      Map<String, HistoricActivityInstance> reached,
      Map<String, String> failed) {
    Set<String> main = mainPath(diagram);
    return diagram.nodes().stream()
        .filter(node -> node.kind().isStep())
        .filter(node -> main.contains(node.id()) || states.containsKey(node.id()))
        .sorted(
            Comparator.comparingDouble(ProcessDiagram.Node::x)
                .thenComparingDouble(ProcessDiagram.Node::y))
        .map(
            node -> {
              HistoricActivityInstance activity = reached.get(node.id());
              return new ProcessPicture.Step(
                  node.id(),
                  node.name(),
                  states.getOrDefault(node.id(), StepState.AHEAD),
                  activity == null ? null : activity.getStartTime().toInstant(),
                  activity == null ? null : instant(activity.getEndTime()),
                  activity == null ? null : activity.getAssignee(),
                  failed.get(node.id()));
            })
        .toList();
  }

  /** What is reached from the start without an exception such as a timer. */
  private static Set<String> mainPath(ProcessDiagram diagram) {
    Set<String> path = new HashSet<>();
    diagram.nodes().stream()
        .filter(node -> node.kind() == ProcessDiagram.Kind.START)
        .forEach(node -> path.add(node.id()));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (ProcessDiagram.Flow flow : diagram.flows()) {
        grew |= path.contains(flow.sourceId()) && path.add(flow.targetId());
      }
    }
    return path;
  }

  private static HistoricActivityInstance later(
      HistoricActivityInstance one, HistoricActivityInstance other) {
    return other.getStartTime().before(one.getStartTime()) ? one : other;
  }

  private static StepState state(HistoricActivityInstance activity, boolean failed) {
    if (activity.getEndTime() == null) {
      return failed ? StepState.FAILED : StepState.CURRENT;
    }
    return activity.isCanceled() ? StepState.CANCELLED : StepState.DONE;
  }

  private Map<String, String> openReasons(HistoricProcessInstance instance) {
    Map<String, String> reasons = new LinkedHashMap<>();
    if (instance.getEndTime() == null) {
      host.engine()
          .getRuntimeService()
          .createIncidentQuery()
          .processInstanceId(instance.getId())
          .list()
          .forEach(each -> reasons.put(each.getActivityId(), message(each)));
    }
    return reasons;
  }

  private static String message(Incident incident) {
    return incident.getIncidentMessage() == null ? "" : incident.getIncidentMessage();
  }

  List<HistoryEntry> history(String businessKey) {
    HistoricProcessInstance instance = latest(businessKey);
    String definition = instance.getProcessDefinitionId();
    List<HistoryEntry> entries = new ArrayList<>();
    for (HistoricActivityInstance each : activities(instance)) {
      HistoryEntry.What end =
          each.isCanceled() ? HistoryEntry.What.CANCELLED : HistoryEntry.What.FINISHED;
      String name = diagrams.nameOf(definition, each.getActivityId());
      String id = each.getActivityId();
      boolean event = each.getActivityType().endsWith("Event");
      if (!event) {
        entries.add(
            new HistoryEntry(
                each.getStartTime().toInstant(), HistoryEntry.What.REACHED, id, name, null, null));
      }
      if (each.getEndTime() != null) {
        entries.add(
            new HistoryEntry(
                each.getEndTime().toInstant(), end, id, name, each.getAssignee(), null));
      }
    }
    failures(instance, entries);
    if (instance.getDeleteReason() != null) {
      entries.add(
          new HistoryEntry(
              instance.getEndTime().toInstant(),
              HistoryEntry.What.CANCELLED,
              null,
              null,
              null,
              instance.getDeleteReason()));
    }
    entries.sort(Comparator.comparing(HistoryEntry::at).reversed());
    return entries;
  }

  private void failures(HistoricProcessInstance instance, List<HistoryEntry> entries) {
    String definition = instance.getProcessDefinitionId();
    for (HistoricExternalTaskLog log :
        history()
            .createHistoricExternalTaskLogQuery()
            .processInstanceId(instance.getId())
            .failureLog()
            .list()) {
      entries.add(
          new HistoryEntry(
              log.getTimestamp().toInstant(),
              HistoryEntry.What.FAILED,
              log.getActivityId(),
              diagrams.nameOf(definition, log.getActivityId()),
              null,
              log.getErrorMessage()));
    }
    history()
        .createHistoricIncidentQuery()
        .processInstanceId(instance.getId())
        .resolved()
        .list()
        .stream()
        .filter(each -> each.getEndTime() != null)
        .forEach(
            each ->
                entries.add(
                    new HistoryEntry(
                        each.getEndTime().toInstant(),
                        HistoryEntry.What.RETRIED,
                        each.getActivityId(),
                        diagrams.nameOf(definition, each.getActivityId()),
                        null,
                        null)));
  }

  private List<HistoricActivityInstance> activities(HistoricProcessInstance instance) {
    return history()
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance.getId())
        .orderByHistoricActivityInstanceStartTime()
        .asc()
        .list();
  }

  private HistoricProcessInstance latest(String businessKey) {
    return history()
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(businessKey)
        .orderByProcessInstanceStartTime()
        .desc()
        .listPage(0, 1)
        .stream()
        .findFirst()
        .orElseThrow(() -> new WorkflowRefused(Reason.UNKNOWN_PROCESS, businessKey));
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }

  private HistoryService history() {
    return host.engine().getHistoryService();
  }
}
