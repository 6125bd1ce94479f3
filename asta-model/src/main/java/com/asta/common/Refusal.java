package com.asta.common;

import jakarta.ejb.ApplicationException;
import java.util.Arrays;
import java.util.List;

/**
 * Says no at the boundary of a subsystem: the request was understood and will not be done. Each
 * subsystem has one subclass with an enum of reasons; the reason is the key of the message people
 * read ({@code refusal.<REASON>} in the subsystem's bundle, arguments as {0}, {1}). Rolls back.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Enum<?> reason;
  private final transient List<Object> arguments;

  protected Refusal(Enum<?> reason, Object... arguments) {
    super(reason + " " + Arrays.toString(arguments));
    this.reason = reason;
    this.arguments = List.of(arguments);
  }

  public Enum<?> reason() {
    return reason;
  }

  public List<Object> arguments() {
    return arguments == null ? List.of() : arguments;
  }

  /** The subsystem that refused: the package segment behind {@code com.asta}. */
  public String subsystem() {
    return getClass().getPackageName().split("\\.")[2];
  }
}
