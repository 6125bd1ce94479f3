package com.asta.workflow.service;

import com.asta.common.Refusal;

/** What workflow refuses. */
public class WorkflowRefused extends Refusal {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The task was completed or its process ended; {0} is the task's id. */
    TASK_GONE,
    /** {0} works on it. */
    CLAIMED_BY_OTHER,
    /** The task belongs to another role than the caller's; {0} is the role. */
    NOT_YOUR_ROLE,
    /** The incident was solved meanwhile. */
    INCIDENT_GONE,
    /** No process of {0} is running. */
    NOT_RUNNING,
    /** No process of {0} was ever started. */
    UNKNOWN_PROCESS,
    /** The process moved in the same moment. */
    MOVED_ON,
    /** A cancellation needs a reason. */
    REASON_MISSING
  }

  public WorkflowRefused(Reason reason, Object... arguments) {
    super(reason, arguments);
  }
}
