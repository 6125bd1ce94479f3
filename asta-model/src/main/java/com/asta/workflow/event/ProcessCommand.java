package com.asta.workflow.event;

import com.asta.common.event.Event;
import java.util.Map;

/**
 * A step of a process asks a subsystem to act. It travels on the topic {@code
 * asta.workflow.commands} with {@link #command} in the message property {@code event}; who acts
 * answers with a {@link ProcessReply}.
 *
 * @param command what to do, such as {@code ReserveStock}
 * @param businessKey the subject of the process, such as {@code order-17}
 * @param variables what the process knows; numbers may arrive as any {@link Number}
 */
public record ProcessCommand(String command, String businessKey, Map<String, Object> variables)
    implements Event {
  public ProcessCommand {
    variables = variables == null ? Map.of() : Map.copyOf(variables);
  }

  /**
   * A whole number the command cannot do without.
   *
   * @throws IllegalArgumentException if the process does not know it
   */
  public long number(String variable) {
    if (variables.get(variable) instanceof Number number) {
      return number.longValue();
    }
    throw new IllegalArgumentException(
        command + " of " + businessKey + " carries no number " + variable + ": " + variables);
  }

  /** A text, or null if the process does not know it. */
  public String text(String variable) {
    Object value = variables.get(variable);
    return value == null ? null : value.toString();
  }
}
