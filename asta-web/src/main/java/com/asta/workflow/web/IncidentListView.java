package com.asta.workflow.web;

import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import com.asta.workflow.service.IncidentCard;
import com.asta.workflow.service.WorkflowService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The failed steps of all processes: try again, or give the process up. */
@Named
@ViewScoped
public class IncidentListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient WorkflowService workflow;

  private transient PagedModel<IncidentCard> incidents;
  private String chosenKey;
  private String reason;

  public void retry(IncidentCard incident) {
    workflow.retry(incident.id());
    Messages.done("workflow", "incident.retried");
  }

  /** Opens the question for the reason. */
  public void choose(String businessKey) {
    chosenKey = businessKey;
    reason = null;
  }

  public void cancel() {
    workflow.cancel(chosenKey, reason);
    Messages.done("workflow", "incident.cancelled");
    chosenKey = null;
  }

  public PagedModel<IncidentCard> getIncidents() {
    if (incidents == null) {
      incidents =
          new PagedModel<>((offset, limit) -> workflow.incidents(offset, limit), IncidentCard::id);
    }
    return incidents;
  }

  public String getChosenKey() {
    return chosenKey;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
