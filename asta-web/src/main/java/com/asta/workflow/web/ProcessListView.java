package com.asta.workflow.web;

import com.asta.common.web.PagedModel;
import com.asta.workflow.service.ProcessRow;
import com.asta.workflow.service.ProcessStatus;
import com.asta.workflow.service.WorkflowService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Process instances, running and ended; the filter lives in the address. */
@Named
@ViewScoped
public class ProcessListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient WorkflowService workflow;

  private ProcessStatus status;
  private String key;
  private transient PagedModel<ProcessRow> processes;

  public PagedModel<ProcessRow> getProcesses() {
    if (processes == null) {
      processes =
          new PagedModel<>(
              (offset, limit) -> workflow.processes(status, key, offset, limit), ProcessRow::id);
    }
    return processes;
  }

  /** The same page with the filter in its address. */
  public String filter() {
    return "/workflow/process-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public ProcessStatus[] getStatuses() {
    return ProcessStatus.values();
  }

  public ProcessStatus getStatus() {
    return status;
  }

  public void setStatus(ProcessStatus status) {
    this.status = status;
  }

  public String getKey() {
    return key;
  }

  public void setKey(String key) {
    this.key = key;
  }
}
