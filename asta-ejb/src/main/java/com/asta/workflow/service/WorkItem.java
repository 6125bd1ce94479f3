package com.asta.workflow.service;

import java.time.Instant;
import java.util.Map;

/**
 * A human task in a work list.
 *
 * @param stepId the step in the process, such as {@code pick-and-ship}; names the task in a bundle
 * @param role whose work it is
 * @param assignee who took it; null if nobody did
 * @param formPath the page where it is done; null if it is completed in the work list itself
 */
public record WorkItem(
    String id,
    String stepId,
    String name,
    String processKey,
    String businessKey,
    String role,
    String assignee,
    Instant created,
    Instant due,
    String formPath,
    Map<String, Object> variables) {
  /** A variable's text, or an empty text. */
  public String text(String variable) {
    Object value = variables.get(variable);
    return value == null ? "" : value.toString();
  }
}
