package com.asta.workflow.web;

import com.asta.common.web.Messages;
import com.asta.workflow.rules.ProcessDrawing;
import com.asta.workflow.rules.StepState;
import com.asta.workflow.service.IncidentCard;
import com.asta.workflow.service.ProcessPicture;
import com.asta.workflow.service.WorkflowService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the process of a subject stands, as a fragment in any page. */
@Named
@RequestScoped
public class OrderProgressView {
  private static final String PROCESS = "order-fulfilment";

  @Inject private WorkflowService workflow;
  @Inject private StepNames names;

  private final Map<String, Optional<ProcessPicture>> pictures = new HashMap<>();
  private final Map<String, List<IncidentCard>> incidents = new HashMap<>();

  /** The picture, read once a request; null if the subject has no process. */
  public ProcessPicture picture(String businessKey) {
    return businessKey == null
        ? null
        : pictures
            .computeIfAbsent(businessKey, key -> workflow.pictureIfAny(PROCESS, key))
            .orElse(null);
  }

  public String svg(String businessKey) {
    ProcessPicture picture = picture(businessKey);
    return ProcessDrawing.svg(
        picture.diagram(),
        picture.states(),
        node -> names.step(node.id(), node.name()),
        alternative(picture));
  }

  private String alternative(ProcessPicture picture) {
    String at =
        picture.steps().stream()
            .filter(step -> step.state() == StepState.CURRENT || step.state() == StepState.FAILED)
            .map(step -> names.step(step.id(), step.name()))
            .collect(Collectors.joining(", "));
    FacesContext faces = FacesContext.getCurrentInstance();
    String process = names.process(picture.processKey());
    return at.isEmpty()
        ? Messages.text(faces, "workflow", "picture.ended", process)
        : Messages.text(faces, "workflow", "picture.at", process, at);
  }

  public List<IncidentCard> incidents(String businessKey) {
    return businessKey == null
        ? List.of()
        : incidents.computeIfAbsent(businessKey, workflow::incidentsOf);
  }

  public void retry(String incidentId) {
    workflow.retry(incidentId);
    pictures.clear();
    incidents.clear();
    Messages.done("workflow", "incident.retried");
  }
}
