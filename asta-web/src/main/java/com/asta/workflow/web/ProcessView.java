package com.asta.workflow.web;

import com.asta.common.web.Messages;
import com.asta.workflow.service.HistoryEntry;
import com.asta.workflow.service.ProcessPicture;
import com.asta.workflow.service.WorkflowService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One process instance: picture, steps, history. */
@Named
@ViewScoped
public class ProcessView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient WorkflowService workflow;

  private String key;
  private String reason;
  private transient ProcessPicture picture;
  private transient List<HistoryEntry> history;

  /** View action. */
  public String open() {
    if (key == null || !workflow.isKnown("order-fulfilment", key)) {
      return "/error/not-found.xhtml";
    }
    read();
    return null;
  }

  private void read() {
    picture = workflow.picture(key);
    history = workflow.history(key);
  }

  public String cancel() {
    workflow.cancel(key, reason);
    Messages.done("workflow", "incident.cancelled");
    return "/workflow/process.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public ProcessPicture getPicture() {
    if (picture == null) {
      read();
    }
    return picture;
  }

  public List<HistoryEntry> getHistory() {
    if (history == null) {
      read();
    }
    return history;
  }

  public String getKey() {
    return key;
  }

  public void setKey(String key) {
    this.key = key;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
