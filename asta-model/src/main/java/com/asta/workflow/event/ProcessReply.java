package com.asta.workflow.event;

import com.asta.common.event.Event;
import java.util.Map;
import java.util.Objects;

/**
 * The answer to a {@link ProcessCommand}, sent to the queue {@code asta.workflow.replies}.
 *
 * @param reason why it failed, in words for the person who will look at the incident
 * @param variables what the process should remember
 */
public record ProcessReply(
    String command,
    String businessKey,
    Outcome outcome,
    String reason,
    Map<String, Object> variables)
    implements Event {
  /** How the command ended. */
  public enum Outcome {
    DONE,
    FAILED
  }

  public ProcessReply {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(businessKey, "businessKey");
    Objects.requireNonNull(outcome, "outcome");
    variables = variables == null ? Map.of() : Map.copyOf(variables);
  }
}
