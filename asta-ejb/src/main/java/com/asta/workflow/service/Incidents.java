package com.asta.workflow.service;

import com.asta.workflow.service.WorkflowRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.runtime.Incident;
import org.operaton.bpm.engine.runtime.ProcessInstance;

/** The failed steps that wait for a person. */
@ApplicationScoped
class Incidents {
  @Inject private EmbeddedEngine host;
  @Inject private Steps steps;
  @Inject private Diagrams diagrams;

  List<IncidentCard> list(int offset, int limit) {
    return runtime()
        .createIncidentQuery()
        .orderByIncidentTimestamp()
        .desc()
        .listPage(offset, limit)
        .stream()
        .map(this::card)
        .toList();
  }

  List<IncidentCard> of(ProcessInstance instance) {
    return runtime().createIncidentQuery().processInstanceId(instance.getId()).list().stream()
        .map(this::card)
        .toList();
  }

  private IncidentCard card(Incident incident) {
    ProcessInstance instance =
        runtime()
            .createProcessInstanceQuery()
            .processInstanceId(incident.getProcessInstanceId())
            .singleResult();
    Object tried = runtime().getVariable(instance.getId(), CommandSender.ATTEMPT);
    return new IncidentCard(
        incident.getId(),
        instance.getProcessDefinitionKey(),
        instance.getBusinessKey(),
        incident.getActivityId(),
        diagrams.nameOf(incident.getProcessDefinitionId(), incident.getActivityId()),
        incident.getIncidentMessage(),
        incident.getIncidentTimestamp().toInstant(),
        tried instanceof Number number ? number.intValue() : 1);
  }

  /** Tries the failed step again; returns the business key of its process. */
  String retry(String incidentId) {
    Incident incident = runtime().createIncidentQuery().incidentId(incidentId).singleResult();
    if (incident == null) {
      throw new WorkflowRefused(Reason.INCIDENT_GONE);
    }
    if (Incident.EXTERNAL_TASK_HANDLER_TYPE.equals(incident.getIncidentType())) {
      steps.again(
          steps
              .externalTasks()
              .createExternalTaskQuery()
              .externalTaskId(incident.getConfiguration())
              .singleResult());
    } else {
      engine().getManagementService().setJobRetries(incident.getConfiguration(), 1);
    }
    return runtime()
        .createProcessInstanceQuery()
        .processInstanceId(incident.getProcessInstanceId())
        .singleResult()
        .getBusinessKey();
  }

  private RuntimeService runtime() {
    return engine().getRuntimeService();
  }

  private ProcessEngine engine() {
    return host.engine();
  }
}
