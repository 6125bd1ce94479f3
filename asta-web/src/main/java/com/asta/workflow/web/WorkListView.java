package com.asta.workflow.web;

import com.asta.common.service.Roles;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import com.asta.common.web.WebUser;
import com.asta.workflow.service.WorkItem;
import com.asta.workflow.service.WorkflowService;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The work list of the person's roles. */
@Named
@ViewScoped
public class WorkListView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final List<String> ROLES =
      List.of(Roles.AGENT, Roles.WAREHOUSE, Roles.OPERATOR, Roles.ADMIN);

  @Inject private transient WorkflowService workflow;
  @Inject private transient WebUser user;
  @Inject private transient Clock clock;

  private transient PagedModel<WorkItem> items;

  @PostConstruct
  void open() {
    items = new PagedModel<>((offset, limit) -> workflow.tasks(ROLES, offset, limit), WorkItem::id);
  }

  public void claim(WorkItem item) {
    workflow.claim(item.id());
    Messages.done("workflow", "work.claimed");
  }

  public void release(WorkItem item) {
    workflow.release(item.id());
    Messages.done("workflow", "work.released");
  }

  public void complete(WorkItem item) {
    workflow.complete(item.id(), Map.of());
    Messages.done("workflow", "work.completed");
  }

  public boolean isMine(WorkItem item) {
    return item.assignee() != null && item.assignee().equals(user.getName());
  }

  public boolean isOverdue(WorkItem item) {
    return item.due() != null && item.due().isBefore(clock.instant());
  }

  public PagedModel<WorkItem> getItems() {
    if (items == null) {
      open();
    }
    return items;
  }
}
