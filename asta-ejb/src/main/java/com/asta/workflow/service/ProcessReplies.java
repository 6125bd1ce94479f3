package com.asta.workflow.service;

import com.asta.common.service.Outbox;
import com.asta.workflow.event.ProcessCommand;
import com.asta.workflow.event.ProcessReply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** How a subsystem answers a command, in the transaction that did or refused it. */
@ApplicationScoped
public class ProcessReplies {
  /** The queue of answers. */
  public static final String QUEUE = "asta.workflow.replies";

  @Inject private Outbox outbox;

  /** The command was done; the process remembers the variables. */
  public void done(ProcessCommand command, Map<String, Object> variables) {
    send(command, ProcessReply.Outcome.DONE, null, variables);
  }

  /** The command was not done: the process stops at an incident that shows the reason. */
  public void failed(ProcessCommand command, String reason) {
    send(command, ProcessReply.Outcome.FAILED, reason, Map.of());
  }

  private void send(
      ProcessCommand command,
      ProcessReply.Outcome outcome,
      String reason,
      Map<String, Object> variables) {
    outbox.send(
        QUEUE,
        command.command(),
        new ProcessReply(command.command(), command.businessKey(), outcome, reason, variables));
  }
}
